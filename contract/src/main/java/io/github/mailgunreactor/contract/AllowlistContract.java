package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.SuppressionsContract.UPLOADED;
import static io.github.mailgunreactor.contract.SuppressionsContract.csv;
import static io.github.mailgunreactor.contract.SuppressionsContract.domain;
import static io.github.mailgunreactor.contract.SuppressionsContract.page;

import io.github.mailgunreactor.suppressions.AllowlistApi;
import io.github.mailgunreactor.suppressions.NewAllowlistEntry;
import io.github.mailgunreactor.suppressions.SuppressionFilter;
import java.util.List;

/** The rows of {@link AllowlistApi}. */
final class AllowlistContract {
    private static final ContractRow.Calls<AllowlistApi> ALLOWLIST = ContractRow.calls(AllowlistApi::new);

    private AllowlistContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ALLOWLIST
                        .row("POST /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) ->
                                allowlist.add(domain(notes), NewAllowlistEntry.ofAddress("alice@example.com")))
                        .sends("POST /v3/example.com/whitelists")
                        .multipart("address", "alice@example.com")
                        .responds("""
                                {"message": "Address/Domain has been added to the allowlists table",
                                 "type": "address", "value": "alice@example.com"}
                                """),
                ALLOWLIST
                        .row("POST /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) ->
                                allowlist.add(domain(notes), NewAllowlistEntry.ofDomain("partner.example")))
                        .sends("POST /v3/example.com/whitelists")
                        .multipart("domain", "partner.example")
                        .responds("""
                                {"message": "Address/Domain has been added to the allowlists table",
                                 "type": "domain", "value": "partner.example"}
                                """),
                ALLOWLIST
                        .row("GET /v3/{domain_name}/whitelists/{value}")
                        .calls((allowlist, notes) -> allowlist.get(domain(notes), "partner.example"))
                        .sends("GET /v3/example.com/whitelists/partner.example")
                        .responds("""
                                {"type": "domain", "value": "partner.example",
                                 "createdAt": "Thu, 11 Dec 2025 01:49:40 UTC", "reason": "why the record was created"}
                                """),
                ALLOWLIST
                        .row("GET /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) -> allowlist.list(
                                domain(notes),
                                SuppressionFilter.all()
                                        .before("partner.example")
                                        .term("a")
                                        .pageSize(50)))
                        .sends("GET /v3/example.com/whitelists"
                                + "?limit=50&page=previous&address=partner.example&term=a")
                        .responds(page("whitelists", """
                                {"type": "address", "value": "alice@example.com",
                                 "createdAt": "Thu, 11 Dec 2025 01:49:40 UTC", "reason": ""}
                                """)),
                ALLOWLIST
                        .row("GET /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) -> allowlist.list(
                                domain(notes), SuppressionFilter.all().lastPage()))
                        .sends("GET /v3/example.com/whitelists?limit=1000&page=last")
                        .responds(page("whitelists", "")),
                ALLOWLIST
                        .row("GET /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) -> allowlist.list(domain(notes)))
                        .sends("GET /v3/example.com/whitelists?limit=1000")
                        .responds(page("whitelists", "")),
                ALLOWLIST
                        .row("POST /v3/{domain_name}/whitelists/import")
                        .calls((allowlist, notes) -> allowlist.importCsv(
                                domain(notes), csv("address,domain\ndan@example.com,\n,other.example\n")))
                        .sends("POST /v3/example.com/whitelists/import")
                        .multipart("file", "address,domain\ndan@example.com,\n,other.example\n")
                        .responds(202, UPLOADED),
                ALLOWLIST
                        .row("DELETE /v3/{domain_name}/whitelists/{value}")
                        .calls((allowlist, notes) -> allowlist.delete(domain(notes), "alice@example.com"))
                        .sends("DELETE /v3/example.com/whitelists/alice%40example.com")
                        .responds("""
                                {"message": "Allowlist address/domain has been removed", "value": "alice@example.com"}
                                """),
                ALLOWLIST
                        .row("DELETE /v3/{domain_name}/whitelists")
                        .calls((allowlist, notes) -> allowlist.deleteAll(domain(notes)))
                        .sends("DELETE /v3/example.com/whitelists")
                        .responds("{\"message\": \"Allowlist addresses/domains for this domain have been removed\"}"));
    }
}
