package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.SuppressionsContract.CREATED;
import static io.github.mailgunreactor.contract.SuppressionsContract.UPLOADED;
import static io.github.mailgunreactor.contract.SuppressionsContract.csv;
import static io.github.mailgunreactor.contract.SuppressionsContract.domain;
import static io.github.mailgunreactor.contract.SuppressionsContract.page;

import io.github.mailgunreactor.suppressions.NewUnsubscribe;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import io.github.mailgunreactor.suppressions.UnsubscribesApi;
import java.util.List;

/** The rows of {@link UnsubscribesApi}. */
final class UnsubscribesContract {
    private static final ContractRow.Calls<UnsubscribesApi> UNSUBSCRIBES = ContractRow.calls(UnsubscribesApi::new);

    private UnsubscribesContract() {}

    static List<ContractRow> rows() {
        return List.of(
                UNSUBSCRIBES
                        .row("POST /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.add(
                                domain(notes),
                                NewUnsubscribe.of("jörg@müller.example").createdAt(CREATED)))
                        .sends("POST /v3/example.com/unsubscribes")
                        .multipart(
                                "address", "jörg@müller.example",
                                "created_at", "Thu, 11 Dec 2025 01:49:40 +0000")
                        .responds("""
                                {"message": "Address has been added to the unsubscribes table",
                                 "address": "jörg@müller.example"}
                                """),
                UNSUBSCRIBES
                        .row("POST /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.add(
                                domain(notes),
                                NewUnsubscribe.of("jörg@müller.example")
                                        .tags(List.of("newsletter", "offers"))
                                        .createdAt(CREATED)))
                        .sends("POST /v3/example.com/unsubscribes")
                        .json("""
                                [{"address": "jörg@müller.example", "tags": ["newsletter", "offers"],
                                  "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"}]
                                """)
                        .responds("{\"message\": \"1 addresses have been added to the unsubscribes table\"}"),
                UNSUBSCRIBES
                        .row("POST /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.addAll(
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
                        .responds("{\"message\": \"2 addresses have been added to the unsubscribes table\"}"),
                UNSUBSCRIBES
                        .row("GET /v3/{domain_name}/unsubscribes/{address}")
                        .calls((unsubscribes, notes) -> unsubscribes.get(domain(notes), "jörg@müller.example"))
                        .sends("GET /v3/example.com/unsubscribes/j%C3%B6rg%40m%C3%BCller.example")
                        .responds("""
                                {"address": "jörg@müller.example", "tags": ["newsletter", "offers"],
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                UNSUBSCRIBES
                        .row("GET /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.list(
                                domain(notes),
                                SuppressionFilter.all()
                                        .after("alice@example.com")
                                        .term("b")
                                        .pageSize(50)))
                        .sends("GET /v3/example.com/unsubscribes"
                                + "?limit=50&page=next&address=alice%40example.com&term=b")
                        .responds(page("unsubscribes", """
                                {"address": "bob@example.com", "tags": ["*"],
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """)),
                UNSUBSCRIBES
                        .row("GET /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.list(domain(notes)))
                        .sends("GET /v3/example.com/unsubscribes?limit=1000")
                        .responds(page("unsubscribes", "")),
                UNSUBSCRIBES
                        .row("POST /v3/{domain_name}/unsubscribes/import")
                        .calls((unsubscribes, notes) ->
                                unsubscribes.importCsv(domain(notes), csv("address,tags\ndan@example.com,*\n")))
                        .sends("POST /v3/example.com/unsubscribes/import")
                        .multipart("file", "address,tags\ndan@example.com,*\n")
                        .responds(202, UPLOADED),
                UNSUBSCRIBES
                        .row("DELETE /v3/{domain_name}/unsubscribes/{address}")
                        .calls((unsubscribes, notes) ->
                                unsubscribes.removeTag(domain(notes), "bob@example.com", "offers"))
                        .sends("DELETE /v3/example.com/unsubscribes/bob%40example.com?tag=offers")
                        .responds("""
                                {"message": "Unsubscribe event has been removed", "address": "bob@example.com"}
                                """),
                UNSUBSCRIBES
                        .row("DELETE /v3/{domain_name}/unsubscribes/{address}")
                        .calls((unsubscribes, notes) -> unsubscribes.delete(domain(notes), "jörg@müller.example"))
                        .sends("DELETE /v3/example.com/unsubscribes/j%C3%B6rg%40m%C3%BCller.example")
                        .responds("""
                                {"message": "Unsubscribe event has been removed", "address": "jörg@müller.example"}
                                """),
                UNSUBSCRIBES
                        .row("DELETE /v3/{domain_name}/unsubscribes")
                        .calls((unsubscribes, notes) -> unsubscribes.deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/unsubscribes")
                        .responds("{\"message\": \"Unsubscribe addresses for this domain have been removed\"}"));
    }
}
