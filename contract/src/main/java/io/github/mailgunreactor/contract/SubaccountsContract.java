package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.accounts.Disablement;
import io.github.mailgunreactor.accounts.SubaccountDetails;
import io.github.mailgunreactor.accounts.SubaccountFeatureChange;
import io.github.mailgunreactor.accounts.SubaccountFilter;
import io.github.mailgunreactor.accounts.SubaccountSort;
import io.github.mailgunreactor.accounts.SubaccountsApi;
import java.util.List;

/** The rows of {@link SubaccountsApi}. */
final class SubaccountsContract {
    private static final ContractRow.Calls<SubaccountsApi> SUBACCOUNTS = ContractRow.calls(SubaccountsApi::new);
    private static final String SUBACCOUNT = """
            {"subaccount": {"id": "698b9fda0c176132a9f4c020", "name": "Shop & Co", "status": "open",
              "created_at": "Wed, 06 Nov 2024 19:48:29 GMT", "updated_at": "Wed, 28 May 2025 20:03:05 GMT",
              "features": {"validations": {"enabled": true}}}}
            """;
    private static final String DISABLED = SUBACCOUNT.replace("open", "disabled");
    private static final String LIST = """
            {"subaccounts": [{"id": "698b9fda0c176132a9f4c020", "name": "Shop & Co", "status": "open",
              "created_at": "Wed, 06 Nov 2024 19:48:29 GMT", "updated_at": "Wed, 28 May 2025 20:03:05 GMT"}],
             "total": 1}
            """;

    private SubaccountsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                SUBACCOUNTS
                        .row("POST /v5/accounts/subaccounts")
                        .calls((subaccounts, notes) -> subaccounts.create("Shop & Co"))
                        .sends("POST /v5/accounts/subaccounts?name=Shop%20%26%20Co")
                        .responds(SUBACCOUNT)
                        .noting(
                                "subaccount",
                                SubaccountDetails.class,
                                created -> created.subaccount().id()),
                SUBACCOUNTS
                        .row("GET /v5/accounts/subaccounts/{subaccount_id}")
                        .calls((subaccounts, notes) -> subaccounts.get(subaccount(notes)))
                        .sends("GET /v5/accounts/subaccounts/698b9fda0c176132a9f4c020")
                        .responds(SUBACCOUNT),
                SUBACCOUNTS
                        .row("GET /v5/accounts/subaccounts")
                        .calls((subaccounts, notes) -> subaccounts.list())
                        .sends("GET /v5/accounts/subaccounts?limit=1000")
                        .responds(LIST),
                SUBACCOUNTS
                        .row("GET /v5/accounts/subaccounts")
                        .calls((subaccounts, notes) -> subaccounts.list(SubaccountFilter.all()
                                .name("Shop & Co")
                                .enabled(true)
                                .closed(false)
                                .sort(SubaccountSort.NAME_DESCENDING)
                                .skip(0)
                                .pageSize(100)))
                        .sends(
                                "GET /v5/accounts/subaccounts?limit=100&filter=Shop%20%26%20Co&enabled=true&closed=false&sort=desc&skip=0")
                        .responds(LIST),
                SUBACCOUNTS
                        .row("PUT /v5/accounts/subaccounts/{subaccount_id}/features")
                        .calls((subaccounts, notes) -> subaccounts.changeFeatures(
                                subaccount(notes),
                                SubaccountFeatureChange.none()
                                        .sending(true)
                                        .validations(true)
                                        .bulkValidations(false)
                                        .emailPreview(false)
                                        .inboxPlacement(true)))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/features")
                        .form(
                                "sending", "{\"enabled\":true}",
                                "validations", "{\"enabled\":true}",
                                "validations_bulk", "{\"enabled\":false}",
                                "email_preview", "{\"enabled\":false}",
                                "inbox_placement", "{\"enabled\":true}")
                        .responds("""
                                {"features": {"validations": {"enabled": true}, "sending": {"enabled": false}}}
                                """),
                SUBACCOUNTS
                        .row("PUT /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly")
                        .calls((subaccounts, notes) -> subaccounts.changeLimit(subaccount(notes), 10_000))
                        .sends("PUT /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/limit/custom/monthly?limit=10000")
                        .responds(AccountContract.SUCCESS),
                SUBACCOUNTS
                        .row("GET /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly")
                        .calls((subaccounts, notes) -> subaccounts.getLimit(subaccount(notes)))
                        .sends("GET /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/limit/custom/monthly")
                        .responds(AccountContract.LIMIT),
                SUBACCOUNTS
                        .row("DELETE /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly")
                        .calls((subaccounts, notes) -> subaccounts.deleteLimit(subaccount(notes)))
                        .sends("DELETE /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/limit/custom/monthly")
                        .responds(AccountContract.SUCCESS),
                SUBACCOUNTS
                        .row("POST /v5/accounts/subaccounts/{subaccount_id}/disable")
                        .calls((subaccounts, notes) -> subaccounts.disable(
                                subaccount(notes), Disablement.of("unpaid").note("since May")))
                        .sends(
                                "POST /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/disable?reason=unpaid&note=since%20May")
                        .responds(DISABLED),
                SUBACCOUNTS
                        .row("POST /v5/accounts/subaccounts/{subaccount_id}/enable")
                        .calls((subaccounts, notes) -> subaccounts.enable(subaccount(notes)))
                        .sends("POST /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/enable")
                        .responds(SUBACCOUNT),
                SUBACCOUNTS
                        .row("POST /v5/accounts/subaccounts/{subaccount_id}/disable")
                        .calls((subaccounts, notes) -> subaccounts.disable(subaccount(notes)))
                        .sends("POST /v5/accounts/subaccounts/698b9fda0c176132a9f4c020/disable")
                        .responds(DISABLED),
                SUBACCOUNTS
                        .row("DELETE /v5/accounts/subaccounts")
                        .calls((subaccounts, notes) -> subaccounts.delete(subaccount(notes)))
                        .sends("DELETE /v5/accounts/subaccounts")
                        .responds("{\"message\": \"Subaccount successfully deleted\"}"));
    }

    private static String subaccount(Notes notes) {
        return notes.get("subaccount", "698b9fda0c176132a9f4c020");
    }
}
