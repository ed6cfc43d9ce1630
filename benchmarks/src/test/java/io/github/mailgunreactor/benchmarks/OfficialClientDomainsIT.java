package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.OfficialClient.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v1.MailgunDkimSecurityApi;
import com.mailgun.api.v1.MailgunDomainKeysApi;
import com.mailgun.api.v2.MailgunTrackingCertificateApi;
import com.mailgun.api.v3.MailgunDomainsApi;
import com.mailgun.api.v3.MailgunIPsApi;
import com.mailgun.api.v5.MailgunUsersApi;
import com.mailgun.enums.SpamAction;
import com.mailgun.enums.YesNo;
import com.mailgun.enums.YesNoHtml;
import com.mailgun.model.dkimsecurity.DkimRotationUpdateRequest;
import com.mailgun.model.domainkeys.CreateDomainKeyRequest;
import com.mailgun.model.domainkeys.DkimAuthorityRequest;
import com.mailgun.model.domainkeys.DkimKeyItem;
import com.mailgun.model.domainkeys.DkimSelectorRequest;
import com.mailgun.model.domainkeys.DomainKeysListQuery;
import com.mailgun.model.domains.Domain;
import com.mailgun.model.domains.DomainConnectionRequest;
import com.mailgun.model.domains.DomainCredentials;
import com.mailgun.model.domains.DomainRequest;
import com.mailgun.model.domains.DomainUnsubscribeConnectionSettingsRequest;
import com.mailgun.model.domains.DomainUpdateRequest;
import com.mailgun.model.domains.DomainsParametersFilter;
import com.mailgun.model.domains.OpenTrackingSettingsRequest;
import com.mailgun.model.users.User;
import com.mailgun.model.users.UsersPageRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Domains with their keys, settings and addresses, and users: what Mailgun's own client puts into the simulator, it gets back. */
class OfficialClientDomainsIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL = OfficialClient.driving(
            MailgunDomainsApi.class,
            com.mailgun.api.v4.MailgunDomainsApi.class,
            MailgunDomainKeysApi.class,
            com.mailgun.api.v4.MailgunDomainKeysApi.class,
            MailgunDkimSecurityApi.class,
            MailgunTrackingCertificateApi.class,
            MailgunIPsApi.class,
            MailgunUsersApi.class);

    @Test
    void domains() {
        com.mailgun.api.v4.MailgunDomainsApi domains = OFFICIAL.api(com.mailgun.api.v4.MailgunDomainsApi.class);

        Domain made = domains.createNewDomain(DomainRequest.builder()
                        .name("mail.example.org")
                        .spamAction(SpamAction.TAG)
                        .wildcard(true)
                        .build())
                .getDomain();
        assertThat(made.getSpamAction()).isEqualTo(SpamAction.TAG);
        assertThat(made.getWildcard()).isTrue();
        assertThat(domains.getSingleDomain("mail.example.org").getDomain().getId())
                .isEqualTo(made.getId());
        assertThat(domains.getSingleDomain("mail.example.org").getSendingDnsRecords())
                .isNotEmpty();
        assertThat(domains.getDomainsList().getItems())
                .extracting(Domain::getName)
                .containsExactlyInAnyOrder(DOMAIN, "mail.example.org");
        assertThat(domains.getDomainsList(DomainsParametersFilter.builder()
                                .search("mail")
                                .limit(5)
                                .build())
                        .getItems())
                .extracting(Domain::getName)
                .containsExactly("mail.example.org");
        domains.updateDomain(
                "mail.example.org",
                DomainUpdateRequest.builder()
                        .spamAction(SpamAction.BLOCK)
                        .requireTls(true)
                        .build());
        assertThat(domains.getSingleDomain("mail.example.org").getDomain()).satisfies(changed -> {
            assertThat(changed.getSpamAction()).isEqualTo(SpamAction.BLOCK);
            assertThat(changed.getRequireTls()).isTrue();
        });
        OFFICIAL.simulator().domains().publishDnsRecords("mail.example.org");
        assertThat(domains.verifyDomain("mail.example.org")
                        .getDomain()
                        .getState()
                        .toString())
                .isEqualToIgnoringCase("active");
    }

    @Test
    void domainsByTheFormerVersion() {
        MailgunDomainsApi domains = OFFICIAL.api(MailgunDomainsApi.class);

        domains.createNewDomain(DomainRequest.builder()
                .name("old.example.org")
                .spamAction(SpamAction.DISABLED)
                .build());
        assertThat(domains.getSingleDomain("old.example.org").getDomain().getName())
                .isEqualTo("old.example.org");
        assertThat(domains.getDomainsList().getTotalCount()).isEqualTo(2);
        assertThat(domains.getDomainsList(
                                DomainsParametersFilter.builder().limit(1).build())
                        .getItems())
                .hasSize(1);
        OFFICIAL.simulator().domains().publishDnsRecords("old.example.org");
        assertThat(domains.verifyDomain("old.example.org")
                        .getDomain()
                        .getState()
                        .toString())
                .isEqualToIgnoringCase("active");
        domains.deleteDomain("old.example.org");
        assertThat(domains.getDomainsList().getItems())
                .extracting(Domain::getName)
                .containsExactly(DOMAIN);
    }

    @Test
    void credentials() {
        MailgunDomainsApi domains = OFFICIAL.api(MailgunDomainsApi.class);

        assertThat(domains.createNewCredentials(
                                DOMAIN,
                                DomainCredentials.builder()
                                        .login("ann")
                                        .password("a-long-password")
                                        .build())
                        .getMessage())
                .isNotBlank();
        assertThat(domains.updateCredentials(DOMAIN, "ann", "another-password").getMessage())
                .isNotBlank();
        assertThat(domains.deleteCredentials(DOMAIN, "ann").getMessage()).isNotBlank();
    }

    @Test
    void settings() {
        MailgunDomainsApi domains = OFFICIAL.api(MailgunDomainsApi.class);

        domains.updateDomainConnectionSettings(
                DOMAIN,
                DomainConnectionRequest.builder()
                        .requireTls(true)
                        .skipVerification(true)
                        .build());
        // Mailgun answers without the wrapper that the client looks for.
        assertThat(domains.getDomainConnectionSettings(DOMAIN).getConnection()).isNull();
        assertThat(domains.getSingleDomain(DOMAIN).getDomain()).satisfies(domain -> {
            assertThat(domain.getRequireTls()).isTrue();
            assertThat(domain.getSkipVerification()).isTrue();
        });
        assertThat(domains.updateDomainOpenTrackingSettings(DOMAIN, YesNo.YES)
                        .getOpen()
                        .getActive())
                .isTrue();
        domains.updateDomainOpenTrackingSettings(
                DOMAIN,
                OpenTrackingSettingsRequest.builder()
                        .active(true)
                        .placeAtTheTop(true)
                        .build());
        domains.updateDomainUnsubscribeConnectionSettings(
                DOMAIN,
                DomainUnsubscribeConnectionSettingsRequest.builder()
                        .active(true)
                        .htmlFooter("<p>leave</p>")
                        .textFooter("leave")
                        .build());
        assertThat(domains.getDomainTrackingSettings(DOMAIN).getTracking()).satisfies(tracking -> {
            assertThat(tracking.getOpen().getActive()).isTrue();
            assertThat(tracking.getOpen().getPlaceAtTheTop()).isTrue();
            assertThat(tracking.getUnsubscribe().getHtmlFooter()).isEqualTo("<p>leave</p>");
            assertThat(tracking.getUnsubscribe().getTextFooter()).isEqualTo("leave");
        });
        // Mailgun answers yes and no as a boolean, which the client cannot read here; and no other where it reads all
        // settings.
        assertThat(domains.updateDomainClickTrackingSettings(DOMAIN, YesNoHtml.HTML_ONLY)
                        .getClick()
                        .getActive())
                .isEqualTo(YesNoHtml.HTML_ONLY);
        assertThat(domains.updateDkimAuthority(
                                DOMAIN,
                                DkimAuthorityRequest.builder().self(true).build())
                        .getSendingDnsRecords())
                .isNotEmpty();
        assertThat(domains.updateDkimSelector(
                                DOMAIN,
                                DkimSelectorRequest.builder().dkimSelector("s2").build())
                        .getMessage())
                .isNotBlank();
    }

    @Test
    void keys() {
        MailgunDomainKeysApi keys = OFFICIAL.api(MailgunDomainKeysApi.class);
        com.mailgun.api.v4.MailgunDomainKeysApi ofDomain = OFFICIAL.api(com.mailgun.api.v4.MailgunDomainKeysApi.class);

        assertThat(keys.createDomainKey(CreateDomainKeyRequest.builder()
                                .signingDomain(DOMAIN)
                                .selector("k2")
                                .bits(2048)
                                .build())
                        .getSelector())
                .isEqualTo("k2");
        assertThat(keys.listDomainKeys().getItems())
                .extracting(DkimKeyItem::getSelector)
                .contains("k2");
        assertThat(keys.listDomainKeys(DomainKeysListQuery.builder()
                                .signing_domain(DOMAIN)
                                .selector("k2")
                                .build())
                        .getItems())
                .hasSize(1);
        // Mailgun answers with a message alone.
        assertThat(ofDomain.activateDomainKey(DOMAIN, "k2").getMessage()).isNotBlank();
        assertThat(ofDomain.listDomainKeys(DOMAIN).getItems())
                .extracting(DkimKeyItem::getSelector)
                .contains("k2");
        assertThat(ofDomain.deactivateDomainKey(DOMAIN, "k2").getMessage()).isNotBlank();
        keys.deleteDomainKey(DOMAIN, "k2");
        assertThat(keys.listDomainKeys().getItems())
                .extracting(DkimKeyItem::getSelector)
                .doesNotContain("k2");
    }

    @Test
    void rotationOfKeys() {
        MailgunDkimSecurityApi rotation = OFFICIAL.api(MailgunDkimSecurityApi.class);
        com.mailgun.api.v4.MailgunDomainsApi domains = OFFICIAL.api(com.mailgun.api.v4.MailgunDomainsApi.class);
        domains.updateDomain(
                DOMAIN,
                DomainUpdateRequest.builder().useAutomaticSenderSecurity(true).build());
        OFFICIAL.simulator().domains().publishDnsRecords(DOMAIN);
        domains.verifyDomain(DOMAIN);

        assertThat(rotation.updateRotation(
                                DOMAIN,
                                DkimRotationUpdateRequest.builder()
                                        .rotationEnabled(true)
                                        .rotationInterval("30d")
                                        .build())
                        .getDomain()
                        .getRotationInterval())
                .isNotBlank();
        assertThat(rotation.rotate(DOMAIN).getMessage()).isNotBlank();
    }

    @Test
    void certificates() {
        MailgunTrackingCertificateApi certificates = OFFICIAL.api(MailgunTrackingCertificateApi.class);

        assertThat(certificates.generateCertificate("email." + DOMAIN).getLocation())
                .contains("email." + DOMAIN);
        assertThat(certificates.getCertificateStatus("email." + DOMAIN).getStatus())
                .isNotBlank();
        OFFICIAL.simulator().clock().advance(Duration.ofDays(120));
        assertThat(certificates.regenerateCertificate("email." + DOMAIN).getMessage())
                .isNotBlank();
    }

    @Test
    void addresses() {
        MailgunIPsApi ips = OFFICIAL.api(MailgunIPsApi.class);
        OFFICIAL.simulator().ips().addDedicated("192.0.2.10", "192.0.2.11");

        assertThat(ips.getAllIPs().getItems()).contains("192.0.2.10", "192.0.2.11");
        assertThat(ips.getDedicatedIPs(true).getItems()).containsExactlyInAnyOrder("192.0.2.10", "192.0.2.11");
        assertThat(ips.getSpecifiedIP("192.0.2.10").getDedicated()).isTrue();
        ips.assignIPToDomain(DOMAIN, "192.0.2.10");
        ips.assignIPToDomain(DOMAIN, "192.0.2.11");
        assertThat(ips.getDomainIPs(DOMAIN).getItems()).contains("192.0.2.10", "192.0.2.11");
        ips.unassignIPFromDomain(DOMAIN, "192.0.2.11");
        assertThat(ips.getDomainIPs(DOMAIN).getItems()).doesNotContain("192.0.2.11");
    }

    @Test
    void users() {
        MailgunUsersApi users = OFFICIAL.api(MailgunUsersApi.class);

        User own = users.getUsers().getUsers().get(0);
        assertThat(users.getUser(own.getId())).isEqualTo(own);
        assertThat(users.getUsers(UsersPageRequest.builder()
                                .limit(5)
                                .role(own.getRole())
                                .build())
                        .getUsers())
                .contains(own);
        String key =
                OFFICIAL.simulator().keys().addForUser(own.getId(), "of Ann").secret();
        assertThat(OFFICIAL.api(MailgunUsersApi.class, key).getCurrentUser().getId())
                .isNotBlank();
    }
}
