package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.accounts.AccountApi;
import io.github.mailgunreactor.accounts.AccountChange;
import io.github.mailgunreactor.accounts.AccountFeatureChange;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@code api-accounts}, and among them those of {@link AccountApi}. */
final class AccountContract implements ContractTable {
    private static final ContractRow.Calls<AccountApi> ACCOUNT = ContractRow.calls(AccountApi::new);
    static final String SUCCESS = "{\"success\": true}";
    static final String LIMIT = """
            {"limit": 10000, "current": 12, "period": "1m"}
            """;

    @Override
    public String module() {
        return "api-accounts";
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        account(),
                        HttpSigningKeyContract.rows(),
                        SandboxRecipientsContract.rows(),
                        SubaccountsContract.rows(),
                        UsersContract.rows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> account() {
        return List.of(
                ACCOUNT.row("PUT /v5/accounts")
                        .calls((account, notes) -> account.change(AccountChange.none()
                                .name("Acme & Co")
                                .inactiveSessionTimeout(3600)
                                .absoluteSessionTimeout(86400)
                                .logoutRedirectUrl("https://acme.example/bye")))
                        .sends(
                                "PUT /v5/accounts?name=Acme%20%26%20Co&inactive_session_timeout=3600"
                                        + "&absolute_session_timeout=86400&logout_redirect_url=https%3A%2F%2Facme.example%2Fbye")
                        .responds("{\"message\": \"Account info has been updated\"}"),
                ACCOUNT.row("PUT /v5/accounts/features")
                        .calls((account, notes) -> account.changeFeatures(
                                AccountFeatureChange.none().redactWebhooks(true).aiInsights(false)))
                        .sends("PUT /v5/accounts/features")
                        .form("webhooks_redact_pii", "{\"enabled\":true}", "ai_insights", "{\"enabled\":false}")
                        .responds(SUCCESS),
                ACCOUNT.row("POST /v5/accounts/resend_activation_email")
                        .calls((account, notes) -> account.resendActivationEmail())
                        .sends("POST /v5/accounts/resend_activation_email")
                        .responds(SUCCESS),
                ACCOUNT.row("PUT /v5/accounts/limit/custom/monthly")
                        .calls((account, notes) -> account.changeLimit(10_000_000))
                        .sends("PUT /v5/accounts/limit/custom/monthly?limit=10000000")
                        .responds(SUCCESS),
                ACCOUNT.row("GET /v5/accounts/limit/custom/monthly")
                        .calls((account, notes) -> account.getLimit())
                        .sends("GET /v5/accounts/limit/custom/monthly")
                        .responds(LIMIT),
                ACCOUNT.row("PUT /v5/accounts/limit/custom/enable")
                        .calls((account, notes) -> account.enable())
                        .sends("PUT /v5/accounts/limit/custom/enable")
                        .responds(SUCCESS),
                ACCOUNT.row("DELETE /v5/accounts/limit/custom/monthly")
                        .calls((account, notes) -> account.deleteLimit())
                        .sends("DELETE /v5/accounts/limit/custom/monthly")
                        .responds(SUCCESS));
    }
}
