package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.suppressions.AllowlistApi;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.ComplaintsApi;
import io.github.mailgunreactor.suppressions.NewAllowlistEntry;
import io.github.mailgunreactor.suppressions.NewBounce;
import io.github.mailgunreactor.suppressions.NewComplaint;
import io.github.mailgunreactor.suppressions.NewUnsubscribe;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import io.github.mailgunreactor.suppressions.UnsubscribesApi;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/** The rows of {@code api-suppressions}. */
final class SuppressionsContract implements ContractTable {
    private static final Instant CREATED = Instant.parse("2025-12-11T01:49:40Z");
    private static final String UPLOADED = "{\"message\": \"file uploaded successfully for processing. standby...\"}";

    @Override
    public String module() {
        return "api-suppressions";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        String domain =
                "suppressions-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".example.com";
        return mailgun.send(POST.path("/v4/domains")
                        .multipart(Params.NONE.with("name", domain))
                        .asEmpty())
                .doOnSuccess(created -> notes.keep("domain", domain));
    }

    @Override
    public List<ContractRow> rows() {
        List<ContractRow> rows = new ArrayList<>();
        rows.addAll(bounces());
        rows.addAll(complaints());
        rows.addAll(unsubscribes());
        rows.addAll(allowlist());
        return List.copyOf(rows);
    }

    private static List<ContractRow> bounces() {
        return List.of(
                ContractRow.of(
                                "POST /v3/{domain_name}/bounces",
                                (mailgun, notes) -> new BouncesApi(mailgun)
                                        .add(
                                                domain(notes),
                                                NewBounce.of("alice+news@example.com")
                                                        .code("552")
                                                        .error("Mailbox full")
                                                        .createdAt(CREATED)))
                        .sends("POST /v3/example.com/bounces")
                        .multipart(
                                "address", "alice+news@example.com",
                                "code", "552",
                                "error", "Mailbox full",
                                "created_at", "Thu, 11 Dec 2025 01:49:40 +0000")
                        .answer("""
                                {"message": "Address has been added to the bounces table",
                                 "address": "alice+news@example.com"}
                                """),
                ContractRow.of(
                                "POST /v3/{domain_name}/bounces",
                                (mailgun, notes) -> new BouncesApi(mailgun)
                                        .addAll(
                                                domain(notes),
                                                List.of(
                                                        NewBounce.of("bob@example.com")
                                                                .code("550")
                                                                .error("No such mailbox")
                                                                .createdAt(CREATED),
                                                        NewBounce.of("carol@example.com"))))
                        .sends("POST /v3/example.com/bounces")
                        .json("""
                                [{"address": "bob@example.com", "code": "550", "error": "No such mailbox",
                                  "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"},
                                 {"address": "carol@example.com"}]
                                """)
                        .answer("{\"message\": \"2 addresses have been added to the bounces table\"}"),
                ContractRow.of(
                                "GET /v3/{domain_name}/bounces/{address}",
                                (mailgun, notes) ->
                                        new BouncesApi(mailgun).get(domain(notes), "alice+news@example.com"))
                        .sends("GET /v3/example.com/bounces/alice%2Bnews%40example.com")
                        .answer("""
                                {"address": "alice+news@example.com", "code": "552", "error": "Mailbox full",
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/bounces",
                                (mailgun, notes) -> new BouncesApi(mailgun)
                                        .list(
                                                domain(notes),
                                                SuppressionFilter.all().after("alice@example.com")
                                                        .term("b")
                                                        .pageSize(50)))
                        .sends("GET /v3/example.com/bounces?limit=50&page=next&address=alice%40example.com&term=b")
                        .answer(page("bounces", """
                                {"address": "bob@example.com", "code": "550", "error": "No such mailbox",
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"},
                                {"address": "bruno@example.com", "code": 550, "error": "",
                                 "created_at": "Fri, 21 Oct 2011 11:02:55 GMT"}
                                """)),
                ContractRow.of(
                                "GET /v3/{domain_name}/bounces",
                                (mailgun, notes) -> new BouncesApi(mailgun).list(domain(notes)))
                        .sends("GET /v3/example.com/bounces?limit=1000")
                        .answer(page("bounces", "")),
                ContractRow.of(
                                "POST /v3/{domain_name}/bounces/import",
                                (mailgun, notes) -> new BouncesApi(mailgun)
                                        .importCsv(
                                                domain(notes), csv("address,code,error\ndan@example.com,550,gone\n")))
                        .sends("POST /v3/example.com/bounces/import")
                        .multipart("file", "address,code,error\ndan@example.com,550,gone\n")
                        .answer(202, UPLOADED),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/bounces/{address}",
                                (mailgun, notes) ->
                                        new BouncesApi(mailgun).delete(domain(notes), "alice+news@example.com"))
                        .sends("DELETE /v3/example.com/bounces/alice%2Bnews%40example.com")
                        .answer("""
                                {"message": "Bounced address has been removed", "address": "alice+news@example.com"}
                                """),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/bounces",
                                (mailgun, notes) -> new BouncesApi(mailgun).deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/bounces")
                        .answer("{\"message\": \"Bounced addresses for this domain have been removed\"}"));
    }

    private static List<ContractRow> complaints() {
        return List.of(
                ContractRow.of(
                                "POST /v3/{domain_name}/complaints",
                                (mailgun, notes) -> new ComplaintsApi(mailgun)
                                        .add(
                                                domain(notes),
                                                NewComplaint.of("o'hara@example.com")
                                                        .createdAt(CREATED)))
                        .sends("POST /v3/example.com/complaints")
                        .multipart("address", "o'hara@example.com", "created_at", "Thu, 11 Dec 2025 01:49:40 +0000")
                        .answer("""
                                {"message": "Address has been added to the complaints table",
                                 "address": "o'hara@example.com"}
                                """),
                ContractRow.of(
                                "POST /v3/{domain_name}/complaints",
                                (mailgun, notes) -> new ComplaintsApi(mailgun)
                                        .addAll(
                                                domain(notes),
                                                List.of(
                                                        NewComplaint.of("bob@example.com")
                                                                .createdAt(CREATED),
                                                        NewComplaint.of("carol@example.com"))))
                        .sends("POST /v3/example.com/complaints")
                        .json("""
                                [{"address": "bob@example.com", "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"},
                                 {"address": "carol@example.com"}]
                                """)
                        .answer("{\"message\": \"2 complaint addresses have been added to the complaints table\"}"),
                ContractRow.of(
                                "GET /v3/{domain_name}/complaints/{address}",
                                (mailgun, notes) -> new ComplaintsApi(mailgun).get(domain(notes), "o'hara@example.com"))
                        .sends("GET /v3/example.com/complaints/o%27hara%40example.com")
                        .answer("""
                                {"address": "o'hara@example.com", "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/complaints",
                                (mailgun, notes) -> new ComplaintsApi(mailgun)
                                        .list(
                                                domain(notes),
                                                SuppressionFilter.all().before("carol@example.com")
                                                        .term("b")
                                                        .pageSize(50)))
                        .sends("GET /v3/example.com/complaints"
                                + "?limit=50&page=previous&address=carol%40example.com&term=b")
                        .answer(
                                page(
                                        "complaints",
                                        "{\"address\": \"bob@example.com\", \"created_at\": \"Thu, 11 Dec 2025 01:49:40 UTC\"}")),
                ContractRow.of(
                                "GET /v3/{domain_name}/complaints",
                                (mailgun, notes) -> new ComplaintsApi(mailgun).list(domain(notes)))
                        .sends("GET /v3/example.com/complaints?limit=1000")
                        .answer(page("complaints", "")),
                ContractRow.of(
                                "POST /v3/{domain_name}/complaints/import",
                                (mailgun, notes) -> new ComplaintsApi(mailgun)
                                        .importCsv(domain(notes), csv("address\ndan@example.com\n")))
                        .sends("POST /v3/example.com/complaints/import")
                        .multipart("file", "address\ndan@example.com\n")
                        .answer(202, UPLOADED),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/complaints/{address}",
                                (mailgun, notes) ->
                                        new ComplaintsApi(mailgun).delete(domain(notes), "o'hara@example.com"))
                        .sends("DELETE /v3/example.com/complaints/o%27hara%40example.com")
                        .answer("""
                                {"message": "Spam complaint has been removed", "address": "o'hara@example.com"}
                                """),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/complaints",
                                (mailgun, notes) -> new ComplaintsApi(mailgun).deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/complaints")
                        .answer("{\"message\": \"Complaint addresses for this domain have been removed\"}"));
    }

    private static List<ContractRow> unsubscribes() {
        return List.of(
                ContractRow.of(
                                "POST /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .add(
                                                domain(notes),
                                                NewUnsubscribe.of("jörg@müller.example")
                                                        .createdAt(CREATED)))
                        .sends("POST /v3/example.com/unsubscribes")
                        .multipart(
                                "address", "jörg@müller.example",
                                "created_at", "Thu, 11 Dec 2025 01:49:40 +0000")
                        .answer("""
                                {"message": "Address has been added to the unsubscribes table",
                                 "address": "jörg@müller.example"}
                                """),
                ContractRow.of(
                                "POST /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .add(
                                                domain(notes),
                                                NewUnsubscribe.of("jörg@müller.example")
                                                        .tags(List.of("newsletter", "offers"))
                                                        .createdAt(CREATED)))
                        .sends("POST /v3/example.com/unsubscribes")
                        .json("""
                                [{"address": "jörg@müller.example", "tags": ["newsletter", "offers"],
                                  "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"}]
                                """)
                        .answer("{\"message\": \"1 addresses have been added to the unsubscribes table\"}"),
                ContractRow.of(
                                "POST /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .addAll(
                                                domain(notes),
                                                List.of(
                                                        NewUnsubscribe.of("bob@example.com")
                                                                .tags(List.of("offers"))
                                                                .createdAt(CREATED),
                                                        NewUnsubscribe.of("carol@example.com"))))
                        .sends("POST /v3/example.com/unsubscribes")
                        .json("""
                                [{"address": "bob@example.com", "tags": ["offers"],
                                  "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"},
                                 {"address": "carol@example.com"}]
                                """)
                        .answer("{\"message\": \"2 addresses have been added to the unsubscribes table\"}"),
                ContractRow.of(
                                "GET /v3/{domain_name}/unsubscribes/{address}",
                                (mailgun, notes) ->
                                        new UnsubscribesApi(mailgun).get(domain(notes), "jörg@müller.example"))
                        .sends("GET /v3/example.com/unsubscribes/j%C3%B6rg%40m%C3%BCller.example")
                        .answer("""
                                {"address": "jörg@müller.example", "tags": ["newsletter", "offers"],
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .list(
                                                domain(notes),
                                                SuppressionFilter.all().after("alice@example.com")
                                                        .term("b")
                                                        .pageSize(50)))
                        .sends("GET /v3/example.com/unsubscribes"
                                + "?limit=50&page=next&address=alice%40example.com&term=b")
                        .answer(page("unsubscribes", """
                                {"address": "bob@example.com", "tags": ["*"],
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """)),
                ContractRow.of(
                                "GET /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun).list(domain(notes)))
                        .sends("GET /v3/example.com/unsubscribes?limit=1000")
                        .answer(page("unsubscribes", "")),
                ContractRow.of(
                                "POST /v3/{domain_name}/unsubscribes/import",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .importCsv(domain(notes), csv("address,tags\ndan@example.com,*\n")))
                        .sends("POST /v3/example.com/unsubscribes/import")
                        .multipart("file", "address,tags\ndan@example.com,*\n")
                        .answer(202, UPLOADED),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/unsubscribes/{address}",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun)
                                        .removeTag(domain(notes), "bob@example.com", "offers"))
                        .sends("DELETE /v3/example.com/unsubscribes/bob%40example.com?tag=offers")
                        .answer("""
                                {"message": "Unsubscribe event has been removed", "address": "bob@example.com"}
                                """),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/unsubscribes/{address}",
                                (mailgun, notes) ->
                                        new UnsubscribesApi(mailgun).delete(domain(notes), "jörg@müller.example"))
                        .sends("DELETE /v3/example.com/unsubscribes/j%C3%B6rg%40m%C3%BCller.example")
                        .answer("""
                                {"message": "Unsubscribe event has been removed", "address": "jörg@müller.example"}
                                """),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/unsubscribes",
                                (mailgun, notes) -> new UnsubscribesApi(mailgun).deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/unsubscribes")
                        .answer("{\"message\": \"Unsubscribe addresses for this domain have been removed\"}"));
    }

    private static List<ContractRow> allowlist() {
        return List.of(
                ContractRow.of(
                                "POST /v3/{domain_name}/whitelists",
                                (mailgun, notes) -> new AllowlistApi(mailgun)
                                        .add(domain(notes), NewAllowlistEntry.ofAddress("alice@example.com")))
                        .sends("POST /v3/example.com/whitelists")
                        .multipart("address", "alice@example.com")
                        .answer("""
                                {"message": "Address/Domain has been added to the allowlists table",
                                 "type": "address", "value": "alice@example.com"}
                                """),
                ContractRow.of(
                                "POST /v3/{domain_name}/whitelists",
                                (mailgun, notes) -> new AllowlistApi(mailgun)
                                        .add(domain(notes), NewAllowlistEntry.ofDomain("partner.example")))
                        .sends("POST /v3/example.com/whitelists")
                        .multipart("domain", "partner.example")
                        .answer("""
                                {"message": "Address/Domain has been added to the allowlists table",
                                 "type": "domain", "value": "partner.example"}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/whitelists/{value}",
                                (mailgun, notes) -> new AllowlistApi(mailgun).get(domain(notes), "partner.example"))
                        .sends("GET /v3/example.com/whitelists/partner.example")
                        .answer("""
                                {"type": "domain", "value": "partner.example",
                                 "createdAt": "Thu, 11 Dec 2025 01:49:40 UTC", "reason": "why the record was created"}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/whitelists",
                                (mailgun, notes) -> new AllowlistApi(mailgun)
                                        .list(
                                                domain(notes),
                                                SuppressionFilter.all().before("partner.example")
                                                        .term("a")
                                                        .pageSize(50)))
                        .sends("GET /v3/example.com/whitelists"
                                + "?limit=50&page=previous&address=partner.example&term=a")
                        .answer(page("whitelists", """
                                {"type": "address", "value": "alice@example.com",
                                 "createdAt": "Thu, 11 Dec 2025 01:49:40 UTC", "reason": ""}
                                """)),
                ContractRow.of(
                                "GET /v3/{domain_name}/whitelists",
                                (mailgun, notes) ->
                                        new AllowlistApi(mailgun).list(domain(notes), SuppressionFilter.all().lastPage()))
                        .sends("GET /v3/example.com/whitelists?limit=1000&page=last")
                        .answer(page("whitelists", "")),
                ContractRow.of(
                                "GET /v3/{domain_name}/whitelists",
                                (mailgun, notes) -> new AllowlistApi(mailgun).list(domain(notes)))
                        .sends("GET /v3/example.com/whitelists?limit=1000")
                        .answer(page("whitelists", "")),
                ContractRow.of(
                                "POST /v3/{domain_name}/whitelists/import",
                                (mailgun, notes) -> new AllowlistApi(mailgun)
                                        .importCsv(
                                                domain(notes),
                                                csv("address,domain\ndan@example.com,\n,other.example\n")))
                        .sends("POST /v3/example.com/whitelists/import")
                        .multipart("file", "address,domain\ndan@example.com,\n,other.example\n")
                        .answer(202, UPLOADED),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/whitelists/{value}",
                                (mailgun, notes) ->
                                        new AllowlistApi(mailgun).delete(domain(notes), "alice@example.com"))
                        .sends("DELETE /v3/example.com/whitelists/alice%40example.com")
                        .answer("""
                                {"message": "Allowlist address/domain has been removed", "value": "alice@example.com"}
                                """),
                ContractRow.of(
                                "DELETE /v3/{domain_name}/whitelists",
                                (mailgun, notes) -> new AllowlistApi(mailgun).deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/whitelists")
                        .answer("{\"message\": \"Allowlist addresses/domains for this domain have been removed\"}"));
    }

    private static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    private static Part csv(String content) {
        return Part.bytes("suppressions.csv", content.getBytes(StandardCharsets.UTF_8))
                .contentType("text/csv");
    }

    private static String page(String list, String items) {
        String url = "https://api.mailgun.net/v3/example.com/" + list + "?";
        return """
                {"items": [%s],
                 "paging": {"first": "%slimit=50", "last": "%spage=last&limit=50",
                   "next": "%spage=next&address=bob%%40example.com&limit=50",
                   "previous": "%spage=previous&address=bob%%40example.com&limit=50"}}
                """.formatted(items, url, url, url, url);
    }
}
