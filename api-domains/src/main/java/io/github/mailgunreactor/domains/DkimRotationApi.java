package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The rotation of DKIM keys that Mailgun keeps for a domain with {@linkplain NewDomain#useAutomaticSenderSecurity automatic
 * sender security}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dkim-security">DKIM security</a>
 */
public final class DkimRotationApi {
    private final MailgunClient mailgun;

    public DkimRotationApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Changes whether and how often the keys of a domain are rotated. A domain that does not live in the region is an
     * error with status 404, an interval that Mailgun does not take one with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dkim-security/put-v1-dkim-management-domains--name--rotation">PUT /v1/dkim_management/domains/{name}/rotation</a>
     */
    public Mono<DkimRotation> change(String domain, RotationChange change) {
        return mailgun.send(PUT.path("/v1/dkim_management/domains/{domain}/rotation", domain)
                .multipart(change)
                .asJson(DkimRotation.class));
    }

    /**
     * Rotates the key of a domain now, also where it is not done automatically. A domain that is not verified is an
     * error with status 400. A call that failed is not repeated unless it certainly did not arrive. One that does not
     * live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/dkim-security/post-v1-dkim-management-domains--name--rotate">POST /v1/dkim_management/domains/{name}/rotate</a>
     */
    public Mono<Confirmation> rotate(String domain) {
        return mailgun.send(
                POST.path("/v1/dkim_management/domains/{domain}/rotate", domain).asJson(Confirmation.class));
    }
}
