package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.domains.ClickTracking;
import io.github.mailgunreactor.domains.ConnectionChange;
import io.github.mailgunreactor.domains.CredentialFilter;
import io.github.mailgunreactor.domains.CredentialsApi;
import io.github.mailgunreactor.domains.DkimAuthorityChange;
import io.github.mailgunreactor.domains.DkimRotationApi;
import io.github.mailgunreactor.domains.DomainChange;
import io.github.mailgunreactor.domains.DomainFilter;
import io.github.mailgunreactor.domains.DomainKeyFilter;
import io.github.mailgunreactor.domains.DomainKeysApi;
import io.github.mailgunreactor.domains.DomainSort;
import io.github.mailgunreactor.domains.DomainState;
import io.github.mailgunreactor.domains.DomainTrackingApi;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.domains.NewCredentials;
import io.github.mailgunreactor.domains.NewDomain;
import io.github.mailgunreactor.domains.NewDomainKey;
import io.github.mailgunreactor.domains.OpenTrackingChange;
import io.github.mailgunreactor.domains.RotationChange;
import io.github.mailgunreactor.domains.SpamAction;
import io.github.mailgunreactor.domains.UnsubscribeTrackingChange;
import io.github.mailgunreactor.domains.WebScheme;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The rows of {@code api-domains}. Names with a meaning to the simulator stand for what rows cannot bring about: DNS
 * records of domains below {@code published.example} are there, and certificates of tracking hosts with the prefix
 * {@code expired} expire at once.
 */
final class DomainsContract implements ContractTable {
    private static final String DOMAIN = "shop.published.example";
    private static final String PASSWORD = "correct horse battery";
    private static final String PEM = SampleKey.pem();

    private static final String DOMAIN_ANSWER = """
            {"message": "Domain DNS records have been created",
             "domain": {
               "archive_to": "https://archive.example.com/mails", "created_at": "Mon, 24 Feb 2025 22:44:03 GMT",
               "id": "67bcf63306fcfd2fb4b7e056", "is_disabled": true, "name": "shop.published.example",
               "require_tls": true, "skip_verification": false, "smtp_login": "postmaster@shop.published.example",
               "smtp_password": "a-password-of-the-contract-table", "spam_action": "tag",
               "subaccount_id": "646d00a1b32c35364a2ad34f", "state": "unverified", "type": "custom",
               "tracking_host": "links.shop.published.example", "use_automatic_sender_security": true,
               "web_prefix": "links", "web_scheme": "https", "wildcard": true,
               "disabled": {"code": "blacklisted", "note": "for debugging", "permanently": false,
                            "reason": "bad customer", "until": "Tue, 25 Feb 2025 22:44:03 GMT"},
               "encrypt_incoming_message": true, "message_ttl": 86400,
               "dkim_host": "shop.published.example", "mailfrom_host": "shop.published.example"},
             "receiving_dns_records": [
               {"is_active": true, "cached": ["10 mxa.mailgun.org"], "priority": "10", "record_type": "MX",
                "valid": "valid", "value": "mxa.mailgun.org"}],
             "sending_dns_records": [
               {"is_active": false, "cached": [], "name": "s1._domainkey.shop.published.example",
                "record_type": "TXT", "valid": "unknown", "value": "k=rsa; p=MIGfMA0"},
               {"is_active": true, "cached": [], "name": "links.shop.published.example", "record_type": "CNAME",
                "valid": "unknown", "value": "mailgun.org"}]}
            """;

    private static final String KEY_ANSWER = """
            {"signing_domain": "shop.published.example", "selector": "s2", "dns_record": {
              "is_active": false, "cached": [], "name": "s2._domainkey.shop.published.example",
              "record_type": "TXT", "valid": "unknown", "value": "k=rsa; p=MIGfMA0"}}
            """;

    private static final String PASSWORDS_ANSWER = """
            {"message": "Created 1 credentials pair(s)",
             "note": "Please store your new password(s) now. You won't be able to see it anymore.",
             "credentials": {"ada@shop.published.example": "a-password-of-the-contract-table"}}
            """;

    private static final String STARTED_ANSWER = """
            {"message": "Initiated x509 key pair generation",
             "location": "/v2/x509/expired.shop.published.example/status"}
            """;

    @Override
    public String module() {
        return "api-domains";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return Mono.fromRunnable(() -> notes.keep("domain", "contract-" + UUID.randomUUID() + ".published.example"));
    }

    @Override
    public List<ContractRow> rows() {
        return List.of(
                ContractRow.of(
                                "POST /v4/domains",
                                (mailgun, notes) -> new DomainsApi(mailgun)
                                        .create(NewDomain.of(domain(notes))
                                                .spamAction(SpamAction.TAG)
                                                .wildcard(true)
                                                .smtpPassword(Secret.of(PASSWORD))
                                                .dkimKeySize(2048)
                                                .dkimSelector("s1")
                                                .forceDkimAuthority(true)
                                                .forceRootDkimHost(false)
                                                .useAutomaticSenderSecurity(true)
                                                .webPrefix("links")
                                                .webScheme(WebScheme.HTTPS)
                                                .requireTls(true)
                                                .skipVerification(false)
                                                .archiveTo("https://archive.example.com/mails")
                                                .encryptIncomingMessage(true)
                                                .messageTtl(Duration.ofDays(1))))
                        .sends("POST /v4/domains")
                        .multipart(
                                "name", "shop.published.example",
                                "spam_action", "tag",
                                "wildcard", "true",
                                "smtp_password", PASSWORD,
                                "dkim_key_size", "2048",
                                "dkim_selector", "s1",
                                "force_dkim_authority", "true",
                                "force_root_dkim_host", "false",
                                "use_automatic_sender_security", "true",
                                "web_prefix", "links",
                                "web_scheme", "https",
                                "require_tls", "true",
                                "skip_verification", "false",
                                "archive_to", "https://archive.example.com/mails",
                                "encrypt_incoming_message", "true",
                                "message_ttl", "86400")
                        .answer(DOMAIN_ANSWER),
                ContractRow.of(
                                "POST /v4/domains",
                                (mailgun, notes) -> new DomainsApi(mailgun)
                                        .create(NewDomain.of("other." + domain(notes))
                                                .dkimHostName(domain(notes))
                                                .poolId("pool-7")
                                                .ips(List.of("192.0.2.1", "192.0.2.2"))))
                        .sends("POST /v4/domains")
                        .multipart(
                                "name", "other.shop.published.example",
                                "dkim_host_name", "shop.published.example",
                                "pool_id", "pool-7",
                                "ips", "192.0.2.1,192.0.2.2")
                        .answer(DOMAIN_ANSWER),
                ContractRow.of(
                                "GET /v4/domains",
                                (mailgun, notes) -> new DomainsApi(mailgun)
                                        .list(DomainFilter.all()
                                                .state(DomainState.UNVERIFIED)
                                                .authority(domain(notes))
                                                .search("published")
                                                .includeSubaccounts(true)
                                                .sort(DomainSort.NAME)
                                                .pageSize(20))
                                        .startingAt("20"))
                        .sends("GET /v4/domains?limit=20&state=unverified&authority=shop.published.example"
                                + "&search=published&include_subaccounts=true&sort=name%3Aasc&skip=20")
                        .answer("""
                                {"total_count": 1, "items": [{"created_at": "Mon, 24 Feb 2025 22:44:03 GMT",
                                 "id": "67bcf63306fcfd2fb4b7e056",
                                  "name": "shop.published.example", "state": "unverified", "type": "custom",
                                  "web_prefix": "email"}]}
                                """),
                ContractRow.of("GET /v4/domains", (mailgun, notes) -> new DomainsApi(mailgun).list())
                        .sends("GET /v4/domains?limit=1000")
                        .answer("{\"total_count\": 0, \"items\": null}"),
                ContractRow.of("GET /v4/domains/{name}", (mailgun, notes) -> new DomainsApi(mailgun).get(domain(notes)))
                        .sends("GET /v4/domains/shop.published.example")
                        .answer(DOMAIN_ANSWER),
                ContractRow.of(
                                "PUT /v4/domains/{name}",
                                (mailgun, notes) -> new DomainsApi(mailgun)
                                        .change(
                                                domain(notes),
                                                DomainChange.none()
                                                        .archiveTo("https://archive.example.com/other")
                                                        .mailfromHost("bounces." + domain(notes))
                                                        .messageTtl(Duration.ofHours(12))
                                                        .requireTls(false)
                                                        .skipVerification(true)
                                                        .smtpPassword(Secret.of(PASSWORD))
                                                        .spamAction(SpamAction.BLOCK)
                                                        .useAutomaticSenderSecurity(true)
                                                        .webScheme(WebScheme.HTTP)
                                                        .webPrefix("links")
                                                        .wildcard(false)))
                        .sends("PUT /v4/domains/shop.published.example")
                        .multipart(
                                "archive_to", "https://archive.example.com/other",
                                "mailfrom_host", "bounces.shop.published.example",
                                "message_ttl", "43200",
                                "require_tls", "false",
                                "skip_verification", "true",
                                "smtp_password", PASSWORD,
                                "spam_action", "block",
                                "use_automatic_sender_security", "true",
                                "web_scheme", "http",
                                "web_prefix", "links",
                                "wildcard", "false")
                        .answer(DOMAIN_ANSWER),
                ContractRow.of(
                                "PUT /v4/domains/{name}/verify",
                                (mailgun, notes) -> new DomainsApi(mailgun).verify(domain(notes)))
                        .sends("PUT /v4/domains/shop.published.example/verify")
                        .answer(DOMAIN_ANSWER),
                ContractRow.of(
                                "GET /v3/domains/{domain}/connection",
                                (mailgun, notes) -> new DomainsApi(mailgun).getConnection(domain(notes)))
                        .sends("GET /v3/domains/shop.published.example/connection")
                        .answer("{\"require_tls\": false, \"skip_verification\": true}"),
                ContractRow.of(
                                "PUT /v3/domains/{domain}/connection",
                                (mailgun, notes) -> new DomainsApi(mailgun)
                                        .changeConnection(
                                                domain(notes),
                                                ConnectionChange.none()
                                                        .requireTls(true)
                                                        .skipVerification(false)))
                        .sends("PUT /v3/domains/shop.published.example/connection")
                        .multipart(
                                "require_tls", "true",
                                "skip_verification", "false")
                        .answer("""
                                {"message": "Domain connection settings have been updated, may take 10 minutes to fully propagate",
                                 "require_tls": true, "skip_verification": false}
                                """),
                ContractRow.of(
                                "GET /v3/domains/{name}/tracking",
                                (mailgun, notes) -> new DomainTrackingApi(mailgun).get(domain(notes)))
                        .sends("GET /v3/domains/shop.published.example/tracking")
                        .answer("""
                                {"tracking": {"open": {"active": true, "place_at_the_top": false},
                                 "click": {"active": "htmlonly"},
                                  "unsubscribe": {"active": false, "html_footer": "<p>%unsubscribe_url%</p>",
                                  "text_footer": "%unsubscribe_url%"},
                                  "web_scheme": "https"}}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{name}/tracking/click",
                                (mailgun, notes) -> new DomainTrackingApi(mailgun)
                                        .changeClick(domain(notes), ClickTracking.HTML_ONLY))
                        .sends("PUT /v3/domains/shop.published.example/tracking/click")
                        .multipart("active", "htmlonly")
                        .answer("""
                                {"message": "Domain tracking settings have been updated", "click": {"active": true}}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{name}/tracking/open",
                                (mailgun, notes) -> new DomainTrackingApi(mailgun)
                                        .changeOpen(
                                                domain(notes),
                                                OpenTrackingChange.none()
                                                        .active(true)
                                                        .placeAtTheTop(true)))
                        .sends("PUT /v3/domains/shop.published.example/tracking/open")
                        .multipart(
                                "active", "true",
                                "place_at_the_top", "true")
                        .answer("""
                                {"message": "Domain tracking settings have been updated",
                                 "open": {"active": true, "place_at_the_top": true}}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{name}/tracking/unsubscribe",
                                (mailgun, notes) -> new DomainTrackingApi(mailgun)
                                        .changeUnsubscribe(
                                                domain(notes),
                                                UnsubscribeTrackingChange.none()
                                                        .active(true)
                                                        .htmlFooter("<p>%unsubscribe_url%</p>")
                                                        .textFooter("%unsubscribe_url%")))
                        .sends("PUT /v3/domains/shop.published.example/tracking/unsubscribe")
                        .multipart(
                                "active", "true",
                                "html_footer", "<p>%unsubscribe_url%</p>",
                                "text_footer", "%unsubscribe_url%")
                        .answer("""
                                {"message": "Domain tracking settings have been updated",
                                 "unsubscribe": {"active": true,
                                  "html_footer": "<p>%unsubscribe_url%</p>", "text_footer": "%unsubscribe_url%"}}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{domain}/web_prefix",
                                (mailgun, notes) ->
                                        new DomainTrackingApi(mailgun).changeWebPrefix(domain(notes), "expired"))
                        .sends("PUT /v3/domains/shop.published.example/web_prefix")
                        .multipart("web_prefix", "expired")
                        .answer("{\"message\": \"Domain web prefix updated\"}"),
                ContractRow.of(
                                "POST /v2/x509/{domain}",
                                (mailgun, notes) ->
                                        new DomainTrackingApi(mailgun).generateCertificate(domain(notes), "expired"))
                        .sends("POST /v2/x509/expired.shop.published.example")
                        .answer(202, STARTED_ANSWER),
                ContractRow.of(
                                "GET /v2/x509/{domain}/status",
                                (mailgun, notes) ->
                                        new DomainTrackingApi(mailgun).getCertificate(domain(notes), "expired"))
                        .sends("GET /v2/x509/expired.shop.published.example/status")
                        .answer("""
                                {"status": "error", "error": "TLS x509 key pair generation failed, please contact support",
                                 "certificate": "-----BEGIN CERTIFICATE-----"}
                                """),
                ContractRow.of(
                                "PUT /v2/x509/{domain}",
                                (mailgun, notes) ->
                                        new DomainTrackingApi(mailgun).regenerateCertificate(domain(notes), "expired"))
                        .sends("PUT /v2/x509/expired.shop.published.example")
                        .answer(202, STARTED_ANSWER),
                ContractRow.of(
                                "POST /v1/dkim/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun)
                                        .create(NewDomainKey.of(domain(notes), "s2")
                                                .bits(1024)))
                        .sends("POST /v1/dkim/keys")
                        .multipart(
                                "signing_domain", "shop.published.example",
                                "selector", "s2",
                                "bits", "1024")
                        .answer(KEY_ANSWER),
                ContractRow.of(
                                "POST /v1/dkim/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun)
                                        .create(NewDomainKey.of(domain(notes), "s3")
                                                .pem(Secret.of(PEM))))
                        .sends("POST /v1/dkim/keys")
                        .multipart(
                                "signing_domain", "shop.published.example",
                                "selector", "s3",
                                "pem", PEM)
                        .answer(KEY_ANSWER),
                ContractRow.of(
                                "GET /v1/dkim/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun)
                                        .list(DomainKeyFilter.all()
                                                .signingDomain(domain(notes))
                                                .selector("s2")
                                                .pageSize(1)))
                        .sends("GET /v1/dkim/keys?limit=1&signing_domain=shop.published.example&selector=s2")
                        .answer("""
                                {"items": [{"signing_domain": "shop.published.example", "selector": "s2",
                                 "dns_record": {
                                   "is_active": true, "cached": ["cached dns value"],
                                   "name": "s2._domainkey.shop.published.example",
                                   "record_type": "TXT", "valid": "VALID", "value": "expected dns value"}}],
                                 "paging": {"previous": "/v1/dkim/keys?page=before", "first": "/v1/dkim/keys",
                                 "next": "/v1/dkim/keys?page=after",
                                   "last": "/v1/dkim/keys?page=end"}}
                                """)
                        .noting("page", Listing.class, DomainsContract::next),
                ContractRow.of(
                                "GET /v1/dkim/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun)
                                        .list()
                                        .startingAt(notes.get("page", "/v1/dkim/keys?page=after&limit=100")))
                        .sends("GET /v1/dkim/keys?page=after&limit=100")
                        .answer("{\"items\": []}"),
                ContractRow.of(
                                "GET /v4/domains/{authority_name}/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).listByAuthority(domain(notes)))
                        .sends("GET /v4/domains/shop.published.example/keys")
                        .answer("""
                                {"items": [{"signing_domain": "shop.published.example", "selector": "s2",
                                 "dns_record": {
                                  "is_active": false, "cached": [],
                                  "name": "s2._domainkey.shop.published.example", "record_type": "TXT",
                                  "valid": "UNKNOWN", "value": "expected dns value"}}]}
                                """),
                ContractRow.of(
                                "PUT /v4/domains/{authority_name}/keys/{selector}/activate",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).activate(domain(notes), "s2"))
                        .sends("PUT /v4/domains/shop.published.example/keys/s2/activate")
                        .answer("""
                                {"message": "domain key activated", "authority": "shop.published.example",
                                 "selector": "s2", "active": true}
                                """),
                ContractRow.of(
                                "PUT /v4/domains/{authority_name}/keys/{selector}/deactivate",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).deactivate(domain(notes), "s2"))
                        .sends("PUT /v4/domains/shop.published.example/keys/s2/deactivate")
                        .answer("""
                                {"message": "domain key deactivated", "authority": "shop.published.example",
                                 "selector": "s2", "active": false}
                                """),
                ContractRow.of(
                                "DELETE /v1/dkim/keys",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).delete(domain(notes), "s2"))
                        .sends("DELETE /v1/dkim/keys?signing_domain=shop.published.example&selector=s2")
                        .answer("{\"message\": \"success\"}"),
                ContractRow.of(
                                "PUT /v3/domains/{name}/dkim_authority",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).changeAuthority(domain(notes), DkimAuthorityChange.own()))
                        .sends("PUT /v3/domains/shop.published.example/dkim_authority")
                        .multipart("self", "true")
                        .answer("""
                                {"message": "Domain DKIM authority has been changed", "changed": true,
                                 "sending_dns_records": [
                                  {"is_active": true, "cached": [], "name": "shop.published.example",
                                   "record_type": "TXT", "valid": "unknown",
                                   "value": "v=spf1 include:mailgun.org ~all"}]}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{name}/dkim_selector",
                                (mailgun, notes) -> new DomainKeysApi(mailgun).changeSelector(domain(notes), "s4"))
                        .sends("PUT /v3/domains/shop.published.example/dkim_selector")
                        .multipart("dkim_selector", "s4")
                        .answer("{\"message\": \"DKIM selector changed\"}"),
                ContractRow.of(
                                "PUT /v1/dkim_management/domains/{name}/rotation",
                                (mailgun, notes) -> new DkimRotationApi(mailgun)
                                        .change(domain(notes), RotationChange.automatic(Duration.ofDays(30))))
                        .sends("PUT /v1/dkim_management/domains/shop.published.example/rotation")
                        .multipart(
                                "rotation_enabled", "true",
                                "rotation_interval", "30d")
                        .answer("""
                                {"domain": {"id": "000000000000000000000002",
                                 "account_id": "000000000000000000000001", "sid": "789",
                                  "name": "shop.published.example", "state": "enabled",
                                  "active_selector": "pdk1", "rotation_enabled": "true",
                                  "rotation_interval": "720h",
                                  "records": [{"name": "pdk1._domainkey.shop.published.example", "type": "CNAME",
                                    "identifier": "DKIM", "value": "pdk1._domainkey.1234567.service.mailgun.com",
                                    "comment": "Customer DKIM CNAME Record"}]}}
                                """),
                ContractRow.of(
                                "POST /v1/dkim_management/domains/{name}/rotate",
                                (mailgun, notes) -> new DkimRotationApi(mailgun).rotate(domain(notes)))
                        .sends("POST /v1/dkim_management/domains/shop.published.example/rotate")
                        .answer("{\"message\": \"ok\"}"),
                ContractRow.of(
                                "POST /v3/domains/{domain_name}/credentials",
                                (mailgun, notes) -> new CredentialsApi(mailgun)
                                        .create(
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
                        .answer(PASSWORDS_ANSWER),
                ContractRow.of(
                                "POST /v3/domains/{domain_name}/credentials",
                                (mailgun, notes) -> new CredentialsApi(mailgun)
                                        .create(domain(notes), NewCredentials.ofMailbox("eve@" + domain(notes))))
                        .sends("POST /v3/domains/shop.published.example/credentials")
                        .multipart("mailbox", "eve@shop.published.example")
                        .answer(PASSWORDS_ANSWER),
                ContractRow.of(
                                "GET /v3/domains/{domain_name}/credentials",
                                (mailgun, notes) -> new CredentialsApi(mailgun)
                                        .list(domain(notes), CredentialFilter.all().pageSize(10))
                                        .startingAt("10"))
                        .sends("GET /v3/domains/shop.published.example/credentials?limit=10&skip=10")
                        .answer("""
                                {"total_count": 12, "items": [{"mailbox": "ada@shop.published.example",
                                 "login": "ada@shop.published.example",
                                  "created_at": "Wed, 08 Mar 2023 23:34:57 +0000", "size_bytes": 0}]}
                                """),
                ContractRow.of(
                                "PUT /v3/domains/{domain_name}/credentials/{spec}",
                                (mailgun, notes) -> new CredentialsApi(mailgun)
                                        .changePassword(domain(notes), "ada@" + domain(notes), Secret.of(PASSWORD)))
                        .sends("PUT /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .multipart("password", PASSWORD)
                        .answer("{\"message\": \"Password changed\"}"),
                ContractRow.of(
                                "PUT /v3/domains/{domain_name}/credentials/{spec}",
                                (mailgun, notes) -> new CredentialsApi(mailgun)
                                        .changePassword(domain(notes), "ada@" + domain(notes)))
                        .sends("PUT /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .answer(PASSWORDS_ANSWER),
                ContractRow.of(
                                "DELETE /v3/domains/{domain_name}/credentials/{spec}",
                                (mailgun, notes) ->
                                        new CredentialsApi(mailgun).delete(domain(notes), "ada@" + domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example/credentials/ada%40shop.published.example")
                        .answer("""
                                {"message": "Credentials have been deleted", "spec": "ada@shop.published.example"}
                                """),
                ContractRow.of(
                                "DELETE /v3/domains/{domain_name}/credentials",
                                (mailgun, notes) -> new CredentialsApi(mailgun).deleteAll(domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example/credentials")
                        .answer("""
                                {"message": "All domain credentials have been deleted", "count": 2}
                                """),
                ContractRow.of(
                                "DELETE /v3/domains/{name}",
                                (mailgun, notes) -> new DomainsApi(mailgun).delete("other." + domain(notes)))
                        .sends("DELETE /v3/domains/other.shop.published.example")
                        .answer("{\"message\": \"Domain will be deleted in the background\"}"),
                ContractRow.of(
                                "DELETE /v3/domains/{name}",
                                (mailgun, notes) -> new DomainsApi(mailgun).delete(domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example")
                        .answer("{\"message\": \"Domain will be deleted in the background\"}"));
    }

    private static String domain(Notes notes) {
        return notes.get("domain", DOMAIN);
    }

    private static @Nullable String next(Listing<?> keys) {
        URI next = URI.create(
                Objects.requireNonNull(Objects.requireNonNull(keys.paging()).next()));
        return next.getRawPath() + '?' + next.getRawQuery();
    }
}
