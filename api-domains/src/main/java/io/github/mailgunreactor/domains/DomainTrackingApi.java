package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Waiter;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * What is counted of the messages of a domain, and the host of the links that it takes. That host is the domain's name with
 * its {@linkplain Domain#webPrefix() web prefix} in front, such as {@code email.example.com}; it needs a TLS certificate
 * before its links can start with {@code https}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking">Domain tracking</a>
 */
public final class DomainTrackingApi {
    private final MailgunClient mailgun;

    public DomainTrackingApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets what is counted. A domain that does not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/get-v3-domains--name--tracking">GET /v3/domains/{name}/tracking</a>
     */
    public Mono<DomainTracking> get(String domain) {
        return mailgun.send(GET.path("/v3/domains/{domain}/tracking", domain).asJson(DomainTracking.class));
    }

    /**
     * Changes whether clicks are counted. A domain that does not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/put-v3-domains--name--tracking-click">PUT /v3/domains/{name}/tracking/click</a>
     */
    public Mono<DomainTracking.ChangedClick> changeClick(String domain, ClickTracking tracking) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/tracking/click", domain)
                .multipart(Params.NONE.with("active", tracking))
                .asJson(DomainTracking.ChangedClick.class));
    }

    /**
     * Changes whether and how opens are counted. A domain that does not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/put-v3-domains--name--tracking-open">PUT /v3/domains/{name}/tracking/open</a>
     */
    public Mono<DomainTracking.ChangedOpen> changeOpen(String domain, OpenTrackingChange change) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/tracking/open", domain)
                .multipart(change)
                .asJson(DomainTracking.ChangedOpen.class));
    }

    /**
     * Changes whether messages end with a link to unsubscribe, and with which text. A domain that does not live in the
     * region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/put-v3-domains--name--tracking-unsubscribe">PUT /v3/domains/{name}/tracking/unsubscribe</a>
     */
    public Mono<DomainTracking.ChangedUnsubscribe> changeUnsubscribe(String domain, UnsubscribeTrackingChange change) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/tracking/unsubscribe", domain)
                .multipart(change)
                .asJson(DomainTracking.ChangedUnsubscribe.class));
    }

    /**
     * Changes the web prefix. The DNS needs a CNAME record for the new host; {@link DomainsApi#change} can do the same
     * with other settings. A domain that does not live in the region is an error with status 404.
     *
     * @param prefix without dots
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">Domains</a>
     */
    public Mono<Confirmation> changeWebPrefix(String domain, String prefix) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/web_prefix", domain)
                .multipart(Params.NONE.with("web_prefix", DotlessName.require("prefix", prefix)))
                .asJson(Confirmation.class));
    }

    /**
     * Gets the certificate of the tracking host and how far it is. It is an error with status 404 where none was ever
     * {@linkplain #generateCertificate generated}.
     *
     * @param webPrefix the domain's web prefix, {@code email} unless it was changed
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/get-v2-x509--domain--status">GET /v2/x509/{domain}/status</a>
     */
    public Mono<TrackingCertificate> getCertificate(String domain, String webPrefix) {
        return mailgun.send(onTrackingHost(GET, "/v2/x509/{tracking_host}/status", domain, webPrefix)
                .asJson(TrackingCertificate.class));
    }

    /**
     * Gets the certificate of the tracking host again and again until it is no longer {@link CertificateStatus#PROCESSING}. So
     * its status is {@link CertificateStatus#ACTIVE} if all went well, else {@link TrackingCertificate#error()} says what did
     * not.
     *
     * @param webPrefix the domain's web prefix, {@code email} unless it was changed
     * @param waiter how often and how long
     */
    public Mono<TrackingCertificate> awaitCertificate(String domain, String webPrefix, Waiter waiter) {
        return waiter.until(
                getCertificate(domain, webPrefix),
                certificate ->
                        certificate.status() != null && !CertificateStatus.PROCESSING.equals(certificate.status()));
    }

    /**
     * Starts to generate a certificate for the tracking host; {@link #getCertificate} says when it is there. The DNS
     * must have the host's CNAME record, else the error has status 400; of a host that is none of the account's it has
     * status 404, of a certificate that was started before 409. A call that failed is not repeated unless it certainly did not arrive. An account whose plan does not
     * have it gets status 402.
     *
     * @param webPrefix the domain's web prefix, {@code email} unless it was changed
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/post-v2-x509--domain-">POST /v2/x509/{domain}</a>
     */
    public Mono<StartedCertificate> generateCertificate(String domain, String webPrefix) {
        return mailgun.send(onTrackingHost(POST, "/v2/x509/{tracking_host}", domain, webPrefix)
                .asJson(StartedCertificate.class));
    }

    /**
     * Starts to generate an expired certificate anew. One that is still valid is an error with status 409, one that is
     * being generated an error with status 429. An account whose plan does not have it gets status 402. A host without
     * its CNAME record is an error with status 400, one without a certificate an error with status 404.
     *
     * @param webPrefix the domain's web prefix, {@code email} unless it was changed
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-tracking/put-v2-x509--domain-">PUT /v2/x509/{domain}</a>
     */
    public Mono<StartedCertificate> regenerateCertificate(String domain, String webPrefix) {
        return mailgun.send(onTrackingHost(PUT, "/v2/x509/{tracking_host}", domain, webPrefix)
                .asJson(StartedCertificate.class));
    }

    private static Operation onTrackingHost(Method method, String template, String domain, String webPrefix) {
        Arguments.requireText("domain", domain);
        return method.path(template, DotlessName.require("webPrefix", webPrefix) + '.' + domain)
                .domain(domain);
    }
}
