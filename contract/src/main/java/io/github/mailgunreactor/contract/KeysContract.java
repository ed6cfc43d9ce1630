package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.keys.AllowedAddress;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.keys.IpAllowlistApi;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeyKind;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import java.time.Duration;
import java.util.List;

/** The rows of {@code api-keys}. */
final class KeysContract implements ContractTable {
    private static final String ALLOWLIST = """
            {"addresses": [{"ip_address": "198.51.100.7", "description": "office"}]}
            """;

    @Override
    public String module() {
        return "api-keys";
    }

    @Override
    public List<ContractRow> rows() {
        return List.of(
                ContractRow.of(
                                "POST /v1/keys",
                                (mailgun, notes) -> new KeysApi(mailgun)
                                        .create(NewKey.sendingFor("example.com")
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
                        .answer("""
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
                ContractRow.of(
                                "POST /v1/keys",
                                (mailgun, notes) -> new KeysApi(mailgun).create(NewKey.withRole(KeyRole.BASIC)))
                        .sends("POST /v1/keys")
                        .multipart("role", "basic")
                        .answer("""
                                {"message": "great success", "key": {
                                  "id": "f2153fd0-f1277778", "description": "", "kind": "user", "role": "basic",
                                  "created_at": "2026-01-23T10:16:00", "updated_at": "2026-01-23T10:16:00",
                                  "expires_at": "", "requestor": null, "user_name": null, "domain_name": null,
                                  "is_disabled": false, "secret": "another-secret-of-the-contract-table"}}
                                """),
                ContractRow.of(
                                "GET /v1/keys",
                                (mailgun, notes) -> new KeysApi(mailgun)
                                        .list(KeyFilter.ALL
                                                .domain("example.com")
                                                .kind(KeyKind.DOMAIN)))
                        .sends("GET /v1/keys?domain_name=example.com&kind=domain")
                        .answer("""
                                {"total_count": 1, "items": [{
                                  "id": "f2153fd0-f1277777", "description": "newsletter service", "kind": "domain",
                                  "role": "sending", "created_at": "2026-01-23T10:16:00",
                                  "updated_at": "2026-01-24T10:16:00", "requestor": "ada@example.com",
                                  "user_name": null, "domain_name": "example.com", "is_disabled": true,
                                  "disabled_reason": "leaked"}]}
                                """),
                ContractRow.of("GET /v1/keys", (mailgun, notes) -> new KeysApi(mailgun).list())
                        .sends("GET /v1/keys")
                        .answer("{\"total_count\": 0, \"items\": []}"),
                ContractRow.of(
                                "DELETE /v1/keys/{key_id}",
                                (mailgun, notes) -> new KeysApi(mailgun).delete(notes.get("key", "f2153fd0-f1277777")))
                        .sends("DELETE /v1/keys/f2153fd0-f1277777")
                        .answer("{\"message\": \"key deleted\"}"),
                ContractRow.of("POST /v1/keys/public", (mailgun, notes) -> new KeysApi(mailgun).regeneratePublicKey())
                        .sends("POST /v1/keys/public")
                        .answer("""
                                {"key": "pubkey-of-the-contract-table",
                                 "message": "The public API key has been successfully regenerated."}
                                """),
                ContractRow.of(
                                "POST /v2/ip_whitelist",
                                (mailgun, notes) -> new IpAllowlistApi(mailgun)
                                        .add(AllowedAddress.of("198.51.100.7").description("office")))
                        .sends("POST /v2/ip_whitelist")
                        .multipart("address", "198.51.100.7", "description", "office")
                        .answer(ALLOWLIST),
                ContractRow.of("GET /v2/ip_whitelist", (mailgun, notes) -> new IpAllowlistApi(mailgun).list())
                        .sends("GET /v2/ip_whitelist")
                        .answer(ALLOWLIST),
                ContractRow.of(
                                "PUT /v2/ip_whitelist",
                                (mailgun, notes) -> new IpAllowlistApi(mailgun)
                                        .change(AllowedAddress.of("198.51.100.7")
                                                .description("head office")))
                        .sends("PUT /v2/ip_whitelist")
                        .multipart("address", "198.51.100.7", "description", "head office")
                        .answer(ALLOWLIST),
                ContractRow.of(
                                "DELETE /v2/ip_whitelist",
                                (mailgun, notes) -> new IpAllowlistApi(mailgun).remove("198.51.100.7"))
                        .sends("DELETE /v2/ip_whitelist?address=198.51.100.7")
                        .answer("{\"addresses\": []}"));
    }
}
