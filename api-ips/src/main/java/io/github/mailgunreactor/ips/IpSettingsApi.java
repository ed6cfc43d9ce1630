package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The dedicated IP pool to which mail spills over that an account's or a domain's own addresses cannot take.
 *
 * <p>Errors: 400 where the pool cannot be used for it; 404 where the domain is not in the region, or the pool is not the
 * account's.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips">IPs</a>
 */
public final class IpSettingsApi {
    private final MailgunClient mailgun;

    public IpSettingsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets the settings of the account.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips-account-settings">GET /v3/ips/account/settings</a>
     */
    public Mono<IpSettings> getAccount() {
        return mailgun.send(GET.path("/v3/ips/account/settings").asJson(IpSettings.class));
    }

    /**
     * Changes the settings of the account, which hold for all its domains. A pool without a warmed up address is an
     * error with status 400. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/patch-v3-ips-account-settings">PATCH /v3/ips/account/settings</a>
     */
    public Mono<IpSettings> changeAccount(IpSettingsChange change) {
        return mailgun.send(PATCH.path("/v3/ips/account/settings").json(change).asJson(IpSettings.class));
    }

    /**
     * Gets the settings of a domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips-domain--name-">GET /v3/ips/domain/{name}</a>
     */
    public Mono<IpSettings> getDomain(String domain) {
        return mailgun.send(GET.path("/v3/ips/domain/{domain}", domain).asJson(IpSettings.class));
    }

    /**
     * Changes the settings of a domain. A pool without a warmed up address is an error with status 400. A call that
     * failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/patch-v3-ips-domain--name-">PATCH /v3/ips/domain/{name}</a>
     */
    public Mono<IpSettings> changeDomain(String domain, IpSettingsChange change) {
        return mailgun.send(
                PATCH.path("/v3/ips/domain/{domain}", domain).json(change).asJson(IpSettings.class));
    }
}
