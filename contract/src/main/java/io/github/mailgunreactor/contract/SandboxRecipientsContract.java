package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.accounts.SandboxRecipientsApi;
import java.util.List;

/** The rows of {@link SandboxRecipientsApi}. */
final class SandboxRecipientsContract {
    private static final ContractRow.Calls<SandboxRecipientsApi> RECIPIENTS =
            ContractRow.calls(SandboxRecipientsApi::new);

    private SandboxRecipientsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                RECIPIENTS
                        .row("POST /v5/sandbox/auth_recipients")
                        .calls((recipients, notes) -> recipients.add("ada+try@example.org"))
                        .sends("POST /v5/sandbox/auth_recipients?email=ada%2Btry%40example.org")
                        .responds("""
                                {"recipient": {"email": "ada+try@example.org", "activated": false}}
                                """),
                RECIPIENTS
                        .row("GET /v5/sandbox/auth_recipients")
                        .calls((recipients, notes) -> recipients.list())
                        .sends("GET /v5/sandbox/auth_recipients")
                        .responds("""
                                {"recipients": [{"email": "ada+try@example.org", "activated": true}]}
                                """),
                RECIPIENTS
                        .row("DELETE /v5/sandbox/auth_recipients/{email}")
                        .calls((recipients, notes) -> recipients.remove("ada+try@example.org"))
                        .sends("DELETE /v5/sandbox/auth_recipients/ada%2Btry%40example.org")
                        .responds("{\"message\": \"Sandbox recipient deleted.\"}"));
    }
}
