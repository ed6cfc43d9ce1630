package io.github.mailgunreactor.accounts;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The key with which Mailgun signs webhooks, alerts apart, and what its routes post. It is not an API key: nothing can be called
 * with it. Keep it where the receiver of the webhooks can read it, and nowhere else.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management">Account management</a>
 */
public final class HttpSigningKeyApi {
    private final MailgunClient mailgun;

    public HttpSigningKeyApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets the key. An account without one is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/get-v5-accounts-http_signing_key">GET /v5/accounts/http_signing_key</a>
     */
    public Mono<HttpSigningKey> get() {
        return mailgun.send(GET.path("/v5/accounts/http_signing_key").asJson(HttpSigningKey.class));
    }

    /**
     * Makes a new key in place of the one that is there. <b>The old key is void at once</b>: Mailgun signs with the new one from
     * then on, and a receiver that does not know it refuses everything. Deliveries that are repeated may still bear the old
     * signature, so a receiver should take both for the eight hours of repetitions. A call that failed is not repeated unless it
     * certainly did not arrive; after any failure {@link #get} tells which key holds.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/post-v5-accounts-http_signing_key">POST /v5/accounts/http_signing_key</a>
     */
    public Mono<HttpSigningKey> regenerate() {
        return mailgun.send(POST.path("/v5/accounts/http_signing_key").asJson(HttpSigningKey.class));
    }
}
