package io.github.mailgunreactor.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The account of the key, or the one that the client acts for: its settings, and how many messages it may send in a month.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management">Account management</a>
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/custom-message-limit">Custom message limit</a>
 */
public final class AccountApi {
    private final MailgunClient mailgun;

    public AccountApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Changes settings of the account. A change of nothing is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/put-v5-accounts">PUT /v5/accounts</a>
     */
    public Mono<Confirmation> change(AccountChange change) {
        return mailgun.send(PUT.path("/v5/accounts").query(change).asJson(Confirmation.class));
    }

    /**
     * Switches features of the account on or off. A change of nothing is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management">PUT /v5/accounts/features</a>
     */
    public Mono<Success> changeFeatures(AccountFeatureChange change) {
        return mailgun.send(PUT.path("/v5/accounts/features").form(change).asJson(Success.class));
    }

    /**
     * Sends the message with which the owner of the account confirms the address once more. A call that failed is not repeated unless it certainly did not
     * arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/post-v5-accounts-resend_activation_email">POST /v5/accounts/resend_activation_email</a>
     */
    public Mono<Success> resendActivationEmail() {
        return mailgun.send(POST.path("/v5/accounts/resend_activation_email").asJson(Success.class));
    }

    /**
     * Gets how many messages the account may send in a calendar month. An account without a limit is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/custom-message-limit/get-v5-accounts-limit-custom-monthly">GET /v5/accounts/limit/custom/monthly</a>
     */
    public Mono<MessageLimit> getLimit() {
        return mailgun.send(GET.path("/v5/accounts/limit/custom/monthly").asJson(MessageLimit.class));
    }

    /**
     * Sets how many messages the account may send in a calendar month, in the client's region. When it has sent so many it is
     * disabled until the month ends, or until {@link #enable}. Fewer than 1000 are an error with status 400.
     *
     * @param messages 1 or more; Mailgun asks for 1000
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/custom-message-limit/put-v5-accounts-limit-custom-monthly">PUT /v5/accounts/limit/custom/monthly</a>
     */
    public Mono<Success> changeLimit(long messages) {
        return mailgun.send(PUT.path("/v5/accounts/limit/custom/monthly")
                .query("limit", Arguments.requireRange("messages", messages, 1, Long.MAX_VALUE))
                .asJson(Success.class));
    }

    /**
     * Takes the limit away. An account without one is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/custom-message-limit/delete-v5-accounts-limit-custom-monthly">DELETE /v5/accounts/limit/custom/monthly</a>
     */
    public Mono<Success> deleteLimit() {
        return mailgun.send(DELETE.path("/v5/accounts/limit/custom/monthly").asJson(Success.class));
    }

    /**
     * Enables the account again after it was disabled for reaching its limit. One that is disabled for another reason is an error
     * with status 400. The limit stays: raise it first, or the next message disables the account once more.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/custom-message-limit/put-v5-accounts-limit-custom-enable">PUT /v5/accounts/limit/custom/enable</a>
     */
    public Mono<Success> enable() {
        return mailgun.send(PUT.path("/v5/accounts/limit/custom/enable").asJson(Success.class));
    }
}
