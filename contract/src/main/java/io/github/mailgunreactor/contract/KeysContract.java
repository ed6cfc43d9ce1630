package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeyKind;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@code api-keys}. */
final class KeysContract implements ContractTable {
    private static final ContractRow.Calls<KeysApi> KEYS = ContractRow.calls(KeysApi::new);

    @Override
    public String module() {
        return "api-keys";
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(keys(), IpAllowlistContract.rows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> keys() {
        return List.of(
                KEYS.row("POST /v1/keys")
                        .calls((keys, notes) -> keys.create(NewKey.sending("example.com")
                                .description("newsletter service")
                                .expiration(Duration.ofDays(90))
                                .userId("user-7")
                                .userName("Ada Lovelace")
                                .email("ada@example.com")))
                        .sends("POST /v1/keys")
                        .multipart(
                                "role", "sending",
                                "kind", "domain",
                                "domain_name", "example.com",
                                "description", "newsletter service",
                                "expiration", "7776000",
                                "user_id", "user-7",
                                "user_name", "Ada Lovelace",
                                "email", "ada@example.com")
                        .responds("""
                                {"message": "great success", "key": {
                                  "id": "f2153fd0-f1277777", "description": "newsletter service", "kind": "domain",
                                  "role": "sending", "created_at": "2026-01-23T10:16:00",
                                  "updated_at": "2026-01-23T10:16:00", "expires_at": "2026-04-23T10:16:00",
                                  "requestor": "ada@example.com", "user_name": "Ada Lovelace",
                                  "domain_name": "example.com", "is_disabled": false,
                                  "secret": "a-secret-of-the-contract-table"}}
                                """)
                        .noting(
                                "key",
                                CreatedKey.class,
                                created -> created.key() == null
                                        ? null
                                        : created.key().id()),
                KEYS.row("POST /v1/keys")
                        .calls((keys, notes) -> keys.create(NewKey.of(KeyRole.BASIC)))
                        .sends("POST /v1/keys")
                        .multipart("role", "basic")
                        .responds("""
                                {"message": "great success", "key": {
                                  "id": "f2153fd0-f1277778", "description": "", "kind": "user", "role": "basic",
                                  "created_at": "2026-01-23T10:16:00", "updated_at": "2026-01-23T10:16:00",
                                  "expires_at": "", "requestor": null, "user_name": null, "domain_name": null,
                                  "is_disabled": false, "secret": "another-secret-of-the-contract-table"}}
                                """),
                KEYS.row("GET /v1/keys")
                        .calls((keys, notes) ->
                                keys.list(KeyFilter.all().domain("example.com").kind(KeyKind.DOMAIN)))
                        .sends("GET /v1/keys?domain_name=example.com&kind=domain")
                        .responds("""
                                {"total_count": 1, "items": [{
                                  "id": "f2153fd0-f1277777", "description": "newsletter service", "kind": "domain",
                                  "role": "sending", "created_at": "2026-01-23T10:16:00",
                                  "updated_at": "2026-01-24T10:16:00", "requestor": "ada@example.com",
                                  "user_name": null, "domain_name": "example.com", "is_disabled": true,
                                  "disabled_reason": "leaked"}]}
                                """),
                KEYS.row("GET /v1/keys")
                        .calls((keys, notes) -> keys.list())
                        .sends("GET /v1/keys")
                        .responds("{\"total_count\": 0, \"items\": []}"),
                KEYS.row("DELETE /v1/keys/{key_id}")
                        .calls((keys, notes) -> keys.delete(notes.get("key", "f2153fd0-f1277777")))
                        .sends("DELETE /v1/keys/f2153fd0-f1277777")
                        .responds("{\"message\": \"key deleted\"}"),
                KEYS.row("POST /v1/keys/public")
                        .calls((keys, notes) -> keys.regeneratePublicKey())
                        .sends("POST /v1/keys/public")
                        .responds("""
                                {"key": "pubkey-of-the-contract-table",
                                 "message": "The public API key has been successfully regenerated."}
                                """));
    }
}
