package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Collection;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The webhooks of an account: URLs that Mailgun calls for the messages of all its domains of a region, those of its subaccounts
 * included. A subaccount's webhooks are for its own domains only.
 *
 * <p>A type has at most three URLs, those of the {@linkplain DomainWebhooksApi domain} counted; a URL that is there for domain and
 * account is called once. Changes take up to ten minutes to be felt. Errors: 400 where a URL or a type is none, 403 where the key may
 * not do this, 404 where there is no such webhook, 409 where a URL is there already or is one too many for its type, 429
 * beyond 300 calls a minute.
 *
 * @see WebhookReceiver
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks">Account webhooks</a>
 */
public final class AccountWebhooksApi {
    private final MailgunClient mailgun;

    public AccountWebhooksApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all webhooks of the account, on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/get-v1-webhooks">GET /v1/webhooks</a>
     */
    public PagedFlux<AccountWebhook, AccountWebhooks> list() {
        return list(AccountWebhookFilter.all());
    }

    /**
     * Lists some webhooks of the account, on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/get-v1-webhooks">GET /v1/webhooks</a>
     */
    public PagedFlux<AccountWebhook, AccountWebhooks> list(AccountWebhookFilter filter) {
        return mailgun.list(GET.path("/v1/webhooks").query(filter).pages(AccountWebhooks.class, NextPage.none()));
    }

    /**
     * Gets a webhook.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/get-v1-webhooks--webhook-id-">GET /v1/webhooks/{webhook_id}</a>
     */
    public Mono<AccountWebhook> get(String webhookId) {
        return mailgun.send(GET.path("/v1/webhooks/{webhook_id}", webhookId).asJson(AccountWebhook.class));
    }

    /**
     * Creates a webhook. It is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/post-v1-webhooks">POST /v1/webhooks</a>
     */
    public Mono<CreatedAccountWebhook> create(NewAccountWebhook webhook) {
        return mailgun.send(POST.path("/v1/webhooks").multipart(webhook).asJson(CreatedAccountWebhook.class));
    }

    /**
     * Replaces a webhook: its URL, its types and its description, which is gone where the new one has none.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/put-v1-webhooks--webhook-id-">PUT /v1/webhooks/{webhook_id}</a>
     */
    public Mono<Void> change(String webhookId, NewAccountWebhook webhook) {
        return mailgun.send(PUT.path("/v1/webhooks/{webhook_id}", webhookId)
                .multipart(webhook)
                .asEmpty());
    }

    /**
     * Deletes a webhook.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/delete-v1-webhooks--webhook-id-">DELETE /v1/webhooks/{webhook_id}</a>
     */
    public Mono<Void> delete(String webhookId) {
        return mailgun.send(DELETE.path("/v1/webhooks/{webhook_id}", webhookId).asEmpty());
    }

    /**
     * Deletes some webhooks with one call.
     *
     * @param webhookIds one or more; none at all is refused, as it must not mean all of them
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/delete-v1-webhooks">DELETE /v1/webhooks</a>
     */
    public Mono<Void> delete(Collection<String> webhookIds) {
        return mailgun.send(DELETE.path("/v1/webhooks")
                .query("webhook_ids", CommaList.of("webhookIds", webhookIds))
                .asEmpty());
    }

    /**
     * Deletes every webhook of the account. An account without one is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-webhooks/delete-v1-webhooks">DELETE /v1/webhooks</a>
     */
    public Mono<Void> deleteAll() {
        return mailgun.send(DELETE.path("/v1/webhooks").query("all", true).asEmpty());
    }
}
