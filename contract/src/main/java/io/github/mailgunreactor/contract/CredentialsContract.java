package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.DomainsContract.domain;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.domains.CredentialFilter;
import io.github.mailgunreactor.domains.CredentialsApi;
import io.github.mailgunreactor.domains.NewCredentials;
import java.util.List;

/** The rows of {@link CredentialsApi}. */
final class CredentialsContract {
    private static final ContractRow.Calls<CredentialsApi> CREDENTIALS = ContractRow.calls(CredentialsApi::new);
    private static final String PASSWORD = "correct horse battery";

    private static final String PASSWORDS_RESPONSE = """
            {"message": "Created 1 credentials pair(s)",
             "note": "Please store your new password(s) now. You won't be able to see it anymore.",
             "credentials": {"ada@shop.published.example": "a-password-of-the-contract-table"}}
            """;

    private CredentialsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                CREDENTIALS
                        .row("POST /v3/domains/{domain_name}/credentials")
                        .calls((credentials, notes) -> credentials.create(
                                domain(notes),
                                NewCredentials.of("ada@" + domain(notes), Secret.of(PASSWORD))
                                        .and("bob@" + domain(notes), Secret.of(PASSWORD))
                                        .system(false)))
                        .sends("POST /v3/domains/shop.published.example/credentials")
                        .multipart(
                                "login", "ada@shop.published.example",
                                "login", "bob@shop.published.example",
                                "password", PASSWORD,
                                "password", PASSWORD,
                                "system", "false")
                        .responds(PASSWORDS_RESPONSE),
                CREDENTIALS
                        .row("POST /v3/domains/{domain_name}/credentials")
                        .calls((credentials, notes) ->
                                credentials.create(domain(notes), NewCredentials.ofMailbox("eve@" + domain(notes))))
                        .sends("POST /v3/domains/shop.published.example/credentials")
                        .multipart("mailbox", "eve@shop.published.example")
                        .responds(PASSWORDS_RESPONSE),
                CREDENTIALS
                        .row("GET /v3/domains/{domain_name}/credentials")
                        .calls((credentials, notes) -> credentials
                                .list(domain(notes), CredentialFilter.all().pageSize(10))
                                .startingAt("10"))
                        .sends("GET /v3/domains/shop.published.example/credentials?limit=10&skip=10")
                        .responds("""
                                {"total_count": 12, "items": [{"mailbox": "ada@shop.published.example",
                                 "login": "ada@shop.published.example",
                                  "created_at": "Wed, 08 Mar 2023 23:34:57 +0000", "size_bytes": 0}]}
                                """),
                CREDENTIALS
                        .row("PUT /v3/domains/{domain_name}/credentials/{spec}")
                        .calls((credentials, notes) ->
                                credentials.changePassword(domain(notes), "ada@" + domain(notes), Secret.of(PASSWORD)))
                        .sends("PUT /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .multipart("password", PASSWORD)
                        .responds("{\"message\": \"Password changed\"}"),
                CREDENTIALS
                        .row("PUT /v3/domains/{domain_name}/credentials/{spec}")
                        .calls((credentials, notes) ->
                                credentials.changePassword(domain(notes), "ada@" + domain(notes)))
                        .sends("PUT /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .responds(PASSWORDS_RESPONSE),
                CREDENTIALS
                        .row("DELETE /v3/domains/{domain_name}/credentials/{spec}")
                        .calls((credentials, notes) -> credentials.delete(domain(notes), "ada@" + domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .responds("""
                                {"message": "Credentials have been deleted", "spec": "ada@shop.published.example"}
                                """),
                CREDENTIALS
                        .row("DELETE /v3/domains/{domain_name}/credentials")
                        .calls((credentials, notes) -> credentials.deleteAll(domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example/credentials")
                        .responds("""
                                {"message": "All domain credentials have been deleted", "count": 2}
                                """));
    }
}
