package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.SuppressionsContract.CREATED;
import static io.github.mailgunreactor.contract.SuppressionsContract.UPLOADED;
import static io.github.mailgunreactor.contract.SuppressionsContract.csv;
import static io.github.mailgunreactor.contract.SuppressionsContract.domain;
import static io.github.mailgunreactor.contract.SuppressionsContract.page;

import io.github.mailgunreactor.suppressions.ComplaintsApi;
import io.github.mailgunreactor.suppressions.NewComplaint;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import java.util.List;

/** The rows of {@link ComplaintsApi}. */
final class ComplaintsContract {
    private static final ContractRow.Calls<ComplaintsApi> COMPLAINTS = ContractRow.calls(ComplaintsApi::new);

    private ComplaintsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                COMPLAINTS
                        .row("POST /v3/{domain_name}/complaints")
                        .calls((complaints, notes) -> complaints.add(
                                domain(notes),
                                NewComplaint.of("o'hara@example.com").createdAt(CREATED)))
                        .sends("POST /v3/example.com/complaints")
                        .multipart("address", "o'hara@example.com", "created_at", "Thu, 11 Dec 2025 01:49:40 +0000")
                        .responds("""
                                {"message": "Address has been added to the complaints table",
                                 "address": "o'hara@example.com"}
                                """),
                COMPLAINTS
                        .row("POST /v3/{domain_name}/complaints")
                        .calls((complaints, notes) -> complaints.addAll(
                                domain(notes),
                                List.of(
                                        NewComplaint.of("bob@example.com").createdAt(CREATED),
                                        NewComplaint.of("carol@example.com"))))
                        .sends("POST /v3/example.com/complaints")
                        .json("""
                                [{"address": "bob@example.com", "created_at": "Thu, 11 Dec 2025 01:49:40 +0000"},
                                 {"address": "carol@example.com"}]
                                """)
                        .responds("{\"message\": \"2 complaint addresses have been added to the complaints table\"}"),
                COMPLAINTS
                        .row("GET /v3/{domain_name}/complaints/{address}")
                        .calls((complaints, notes) -> complaints.get(domain(notes), "o'hara@example.com"))
                        .sends("GET /v3/example.com/complaints/o%27hara%40example.com")
                        .responds("""
                                {"address": "o'hara@example.com", "created_at": "Thu, 11 Dec 2025 01:49:40 UTC"}
                                """),
                COMPLAINTS
                        .row("GET /v3/{domain_name}/complaints")
                        .calls((complaints, notes) -> complaints.list(
                                domain(notes),
                                SuppressionFilter.all()
                                        .before("carol@example.com")
                                        .term("b")
                                        .pageSize(50)))
                        .sends("GET /v3/example.com/complaints"
                                + "?limit=50&page=previous&address=carol%40example.com&term=b")
                        .responds(
                                page(
                                        "complaints",
                                        "{\"address\": \"bob@example.com\", \"created_at\": \"Thu, 11 Dec 2025 01:49:40 UTC\"}")),
                COMPLAINTS
                        .row("GET /v3/{domain_name}/complaints")
                        .calls((complaints, notes) -> complaints.list(domain(notes)))
                        .sends("GET /v3/example.com/complaints?limit=1000")
                        .responds(page("complaints", "")),
                COMPLAINTS
                        .row("POST /v3/{domain_name}/complaints/import")
                        .calls((complaints, notes) ->
                                complaints.importCsv(domain(notes), csv("address\ndan@example.com\n")))
                        .sends("POST /v3/example.com/complaints/import")
                        .multipart("file", "address\ndan@example.com\n")
                        .responds(202, UPLOADED),
                COMPLAINTS
                        .row("DELETE /v3/{domain_name}/complaints/{address}")
                        .calls((complaints, notes) -> complaints.delete(domain(notes), "o'hara@example.com"))
                        .sends("DELETE /v3/example.com/complaints/o%27hara%40example.com")
                        .responds("""
                                {"message": "Spam complaint has been removed", "address": "o'hara@example.com"}
                                """),
                COMPLAINTS
                        .row("DELETE /v3/{domain_name}/complaints")
                        .calls((complaints, notes) -> complaints.deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/complaints")
                        .responds("{\"message\": \"Complaint addresses for this domain have been removed\"}"));
    }
}
