package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.accounts.HttpSigningKeyApi;
import java.util.List;

/** The rows of {@link HttpSigningKeyApi}. */
final class HttpSigningKeyContract {
    private static final ContractRow.Calls<HttpSigningKeyApi> KEY = ContractRow.calls(HttpSigningKeyApi::new);

    private HttpSigningKeyContract() {}

    static List<ContractRow> rows() {
        return List.of(
                KEY.row("GET /v5/accounts/http_signing_key")
                        .calls((key, notes) -> key.get())
                        .sends("GET /v5/accounts/http_signing_key")
                        .responds("""
                                {"message": "success", "http_signing_key": "key-of-the-contract-table"}
                                """),
                KEY.row("POST /v5/accounts/http_signing_key")
                        .calls((key, notes) -> key.regenerate())
                        .sends("POST /v5/accounts/http_signing_key")
                        .responds("""
                                {"message": "regenerated HTTP signing key for account",
                                 "http_signing_key": "other-key-of-the-contract-table"}
                                """));
    }
}
