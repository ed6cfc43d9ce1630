package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.domains.ConnectionChange;
import io.github.mailgunreactor.domains.DomainChange;
import io.github.mailgunreactor.domains.DomainFilter;
import io.github.mailgunreactor.domains.DomainSort;
import io.github.mailgunreactor.domains.DomainState;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.domains.NewDomain;
import io.github.mailgunreactor.domains.SpamAction;
import io.github.mailgunreactor.domains.WebScheme;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * The rows of {@code api-domains}. Names with a meaning to the simulator stand for what rows cannot bring about: DNS
 * records of domains below {@code published.example} are there, and certificates of tracking hosts with the prefix
 * {@code expired} expire at once.
 */
final class DomainsContract implements ContractTable {
    private static final ContractRow.Calls<DomainsApi> DOMAINS = ContractRow.calls(DomainsApi::new);
    private static final String DOMAIN = "shop.published.example";
    private static final String PASSWORD = "correct horse battery";

    private static final String DOMAIN_RESPONSE = """
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

    @Override
    public String module() {
        return "api-domains";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return Mono.fromRunnable(() -> notes.keep("domain", ContractDomain.newName() + ".published.example"));
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        made(),
                        DomainTrackingContract.rows(),
                        DomainKeysContract.rows(),
                        DkimRotationContract.rows(),
                        CredentialsContract.rows(),
                        deleted())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> made() {
        return List.of(
                DOMAINS.row("POST /v4/domains")
                        .calls((domains, notes) -> domains.create(NewDomain.of(domain(notes))
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
                        .responds(DOMAIN_RESPONSE),
                DOMAINS.row("POST /v4/domains")
                        .calls((domains, notes) -> domains.create(NewDomain.of("other." + domain(notes))
                                .dkimHostName(domain(notes))
                                .poolId("pool-7")
                                .ips(List.of("192.0.2.1", "192.0.2.2"))))
                        .sends("POST /v4/domains")
                        .multipart(
                                "name", "other.shop.published.example",
                                "dkim_host_name", "shop.published.example",
                                "pool_id", "pool-7",
                                "ips", "192.0.2.1,192.0.2.2")
                        .responds(DOMAIN_RESPONSE),
                DOMAINS.row("GET /v4/domains")
                        .calls((domains, notes) -> domains.list(DomainFilter.all()
                                        .state(DomainState.UNVERIFIED)
                                        .authority(domain(notes))
                                        .search("published")
                                        .includeSubaccounts(true)
                                        .sort(DomainSort.NAME)
                                        .pageSize(20))
                                .startingAt("20"))
                        .sends("GET /v4/domains?limit=20&state=unverified&authority=shop.published.example"
                                + "&search=published&include_subaccounts=true&sort=name%3Aasc&skip=20")
                        .responds("""
                                {"total_count": 1, "items": [{"created_at": "Mon, 24 Feb 2025 22:44:03 GMT",
                                 "id": "67bcf63306fcfd2fb4b7e056",
                                  "name": "shop.published.example", "state": "unverified", "type": "custom",
                                  "web_prefix": "email"}]}
                                """),
                DOMAINS.row("GET /v4/domains")
                        .calls((domains, notes) -> domains.list())
                        .sends("GET /v4/domains?limit=1000")
                        .responds("{\"total_count\": 0, \"items\": null}"),
                DOMAINS.row("GET /v4/domains/{name}")
                        .calls((domains, notes) -> domains.get(domain(notes)))
                        .sends("GET /v4/domains/shop.published.example")
                        .responds(DOMAIN_RESPONSE),
                DOMAINS.row("PUT /v4/domains/{name}")
                        .calls((domains, notes) -> domains.change(
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
                        .responds(DOMAIN_RESPONSE),
                DOMAINS.row("PUT /v4/domains/{name}/verify")
                        .calls((domains, notes) -> domains.verify(domain(notes)))
                        .sends("PUT /v4/domains/shop.published.example/verify")
                        .responds(DOMAIN_RESPONSE),
                DOMAINS.row("GET /v3/domains/{domain}/connection")
                        .calls((domains, notes) -> domains.getConnection(domain(notes)))
                        .sends("GET /v3/domains/shop.published.example/connection")
                        .responds("{\"require_tls\": false, \"skip_verification\": true}"),
                DOMAINS.row("PUT /v3/domains/{domain}/connection")
                        .calls((domains, notes) -> domains.changeConnection(
                                domain(notes),
                                ConnectionChange.none().requireTls(true).skipVerification(false)))
                        .sends("PUT /v3/domains/shop.published.example/connection")
                        .multipart(
                                "require_tls", "true",
                                "skip_verification", "false")
                        .responds("""
                                {"message": "Domain connection settings have been updated, may take 10 minutes to fully propagate",
                                 "require_tls": true, "skip_verification": false}
                                """));
    }

    private static List<ContractRow> deleted() {
        return List.of(
                DOMAINS.row("DELETE /v3/domains/{name}")
                        .calls((domains, notes) -> domains.delete("other." + domain(notes)))
                        .sends("DELETE /v3/domains/other.shop.published.example")
                        .responds("{\"message\": \"Domain will be deleted in the background\"}"),
                DOMAINS.row("DELETE /v3/domains/{name}")
                        .calls((domains, notes) -> domains.delete(domain(notes)))
                        .sends("DELETE /v3/domains/shop.published.example")
                        .responds("{\"message\": \"Domain will be deleted in the background\"}"));
    }

    static String domain(Notes notes) {
        return notes.get("domain", DOMAIN);
    }
}
