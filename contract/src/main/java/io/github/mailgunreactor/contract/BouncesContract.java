package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.SuppressionsContract.CREATED;
import static io.github.mailgunreactor.contract.SuppressionsContract.UPLOADED;
import static io.github.mailgunreactor.contract.SuppressionsContract.csv;
import static io.github.mailgunreactor.contract.SuppressionsContract.domain;
import static io.github.mailgunreactor.contract.SuppressionsContract.page;

import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.NewBounce;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import java.util.List;

/** The rows of {@link BouncesApi}. */
final class BouncesContract {
    private static final ContractRow.Calls<BouncesApi> BOUNCES = ContractRow.calls(BouncesApi::new);

    private BouncesContract() {}

    static List<ContractRow> rows() {
        return List.of(
                BOUNCES.row("POST /v3/{domain_name}/bounces")
                        .calls((bounces, notes) -> bounces.add(
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
                        .responds("""
                                {"message": "Address has been added to the bounces table",
                                 "address": "alice+news@example.com"}
                                """),
                BOUNCES.row("POST /v3/{domain_name}/bounces")
                        .calls((bounces, notes) -> bounces.addAll(
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
                        .responds("{\"message\": \"2 addresses have been added to the bounces table\"}"),
                BOUNCES.row("GET /v3/{domain_name}/bounces/{address}")
                        .calls((bounces, notes) -> bounces.get(domain(notes), "alice+news@example.com"))
                        .sends("GET /v3/example.com/bounces/alice%2Bnews%40example.com")
                        .responds("""
                                {"address": "alice+news@example.com", "code": "552", "error": "Mailbox full",
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                BOUNCES.row("GET /v3/{domain_name}/bounces")
                        .calls((bounces, notes) -> bounces.list(
                                domain(notes),
                                SuppressionFilter.all()
                                        .after("alice@example.com")
                                        .term("b")
                                        .pageSize(50)))
                        .sends("GET /v3/example.com/bounces?limit=50&page=next&address=alice%40example.com&term=b")
                        .responds(page("bounces", """
                                {"address": "bob@example.com", "code": "550", "error": "No such mailbox",
                                 "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"},
                                {"address": "bruno@example.com", "code": 550, "error": "",
                                 "created_at": "Fri, 21 Oct 2011 11:02:55 GMT"}
                                """)),
                BOUNCES.row("GET /v3/{domain_name}/bounces")
                        .calls((bounces, notes) -> bounces.list(domain(notes)))
                        .sends("GET /v3/example.com/bounces?limit=1000")
                        .responds(page("bounces", "")),
                BOUNCES.row("POST /v3/{domain_name}/bounces/import")
                        .calls((bounces, notes) ->
                                bounces.importCsv(domain(notes), csv("address,code,error\ndan@example.com,550,gone\n")))
                        .sends("POST /v3/example.com/bounces/import")
                        .multipart("file", "address,code,error\ndan@example.com,550,gone\n")
                        .responds(202, UPLOADED),
                BOUNCES.row("DELETE /v3/{domain_name}/bounces/{address}")
                        .calls((bounces, notes) -> bounces.delete(domain(notes), "alice+news@example.com"))
                        .sends("DELETE /v3/example.com/bounces/alice%2Bnews%40example.com")
                        .responds("""
                                {"message": "Bounced address has been removed", "address": "alice+news@example.com"}
                                """),
                BOUNCES.row("DELETE /v3/{domain_name}/bounces")
                        .calls((bounces, notes) -> bounces.deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/bounces")
                        .responds("{\"message\": \"Bounced addresses for this domain have been removed\"}"));
    }
}
