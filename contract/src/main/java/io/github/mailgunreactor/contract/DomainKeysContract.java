package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.DomainsContract.domain;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.domains.DkimAuthorityChange;
import io.github.mailgunreactor.domains.DomainKeyFilter;
import io.github.mailgunreactor.domains.DomainKeysApi;
import io.github.mailgunreactor.domains.NewDomainKey;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of {@link DomainKeysApi}. */
final class DomainKeysContract {
    private static final ContractRow.Calls<DomainKeysApi> KEYS = ContractRow.calls(DomainKeysApi::new);
    private static final String PEM = SampleKey.pem();

    private static final String KEY_RESPONSE = """
            {"signing_domain": "shop.published.example", "selector": "s2", "dns_record": {
              "is_active": false, "cached": [], "name": "s2._domainkey.shop.published.example",
              "record_type": "TXT", "valid": "unknown", "value": "k=rsa; p=MIGfMA0"}}
            """;

    private DomainKeysContract() {}

    static List<ContractRow> rows() {
        return List.of(
                KEYS.row("POST /v1/dkim/keys")
                        .calls((keys, notes) ->
                                keys.create(NewDomainKey.of(domain(notes), "s2").bits(1024)))
                        .sends("POST /v1/dkim/keys")
                        .multipart(
                                "signing_domain", "shop.published.example",
                                "selector", "s2",
                                "bits", "1024")
                        .responds(KEY_RESPONSE),
                KEYS.row("POST /v1/dkim/keys")
                        .calls((keys, notes) ->
                                keys.create(NewDomainKey.of(domain(notes), "s3").pem(Secret.of(PEM))))
                        .sends("POST /v1/dkim/keys")
                        .multipart(
                                "signing_domain", "shop.published.example",
                                "selector", "s3",
                                "pem", PEM)
                        .responds(KEY_RESPONSE),
                KEYS.row("GET /v1/dkim/keys")
                        .calls((keys, notes) -> keys.list(DomainKeyFilter.all()
                                .signingDomain(domain(notes))
                                .selector("s2")
                                .pageSize(1)))
                        .sends("GET /v1/dkim/keys?limit=1&signing_domain=shop.published.example&selector=s2")
                        .responds("""
                                {"items": [{"signing_domain": "shop.published.example", "selector": "s2",
                                 "dns_record": {
                                   "is_active": true, "cached": ["cached dns value"],
                                   "name": "s2._domainkey.shop.published.example",
                                   "record_type": "TXT", "valid": "VALID", "value": "expected dns value"}}],
                                 "paging": {"previous": "/v1/dkim/keys?page=before", "first": "/v1/dkim/keys",
                                 "next": "/v1/dkim/keys?page=after",
                                   "last": "/v1/dkim/keys?page=end"}}
                                """)
                        .noting("page", Listing.class, DomainKeysContract::next),
                KEYS.row("GET /v1/dkim/keys")
                        .calls((keys, notes) ->
                                keys.list().startingAt(notes.get("page", "/v1/dkim/keys?page=after&limit=100")))
                        .sends("GET /v1/dkim/keys?page=after&limit=100")
                        .responds("{\"items\": []}"),
                KEYS.row("GET /v4/domains/{authority_name}/keys")
                        .calls((keys, notes) -> keys.listByAuthority(domain(notes)))
                        .sends("GET /v4/domains/shop.published.example/keys")
                        .responds("""
                                {"items": [{"signing_domain": "shop.published.example", "selector": "s2",
                                 "dns_record": {
                                  "is_active": false, "cached": [],
                                  "name": "s2._domainkey.shop.published.example", "record_type": "TXT",
                                  "valid": "UNKNOWN", "value": "expected dns value"}}]}
                                """),
                KEYS.row("PUT /v4/domains/{authority_name}/keys/{selector}/activate")
                        .calls((keys, notes) -> keys.activate(domain(notes), "s2"))
                        .sends("PUT /v4/domains/shop.published.example/keys/s2/activate")
                        .responds("""
                                {"message": "domain key activated", "authority": "shop.published.example",
                                 "selector": "s2", "active": true}
                                """),
                KEYS.row("PUT /v4/domains/{authority_name}/keys/{selector}/deactivate")
                        .calls((keys, notes) -> keys.deactivate(domain(notes), "s2"))
                        .sends("PUT /v4/domains/shop.published.example/keys/s2/deactivate")
                        .responds("""
                                {"message": "domain key deactivated", "authority": "shop.published.example",
                                 "selector": "s2", "active": false}
                                """),
                KEYS.row("DELETE /v1/dkim/keys")
                        .calls((keys, notes) -> keys.delete(domain(notes), "s2"))
                        .sends("DELETE /v1/dkim/keys?signing_domain=shop.published.example&selector=s2")
                        .responds("{\"message\": \"success\"}"),
                KEYS.row("PUT /v3/domains/{name}/dkim_authority")
                        .calls((keys, notes) -> keys.changeAuthority(domain(notes), DkimAuthorityChange.own()))
                        .sends("PUT /v3/domains/shop.published.example/dkim_authority")
                        .multipart("self", "true")
                        .responds("""
                                {"message": "Domain DKIM authority has been changed", "changed": true,
                                 "sending_dns_records": [
                                  {"is_active": true, "cached": [], "name": "shop.published.example",
                                   "record_type": "TXT", "valid": "unknown",
                                   "value": "v=spf1 include:mailgun.org ~all"}]}
                                """),
                KEYS.row("PUT /v3/domains/{name}/dkim_selector")
                        .calls((keys, notes) -> keys.changeSelector(domain(notes), "s4"))
                        .sends("PUT /v3/domains/shop.published.example/dkim_selector")
                        .multipart("dkim_selector", "s4")
                        .responds("{\"message\": \"DKIM selector changed\"}"));
    }

    private static @Nullable String next(Listing<?> keys) {
        URI next = URI.create(
                Objects.requireNonNull(Objects.requireNonNull(keys.paging()).next()));
        return next.getRawPath() + '?' + next.getRawQuery();
    }
}
