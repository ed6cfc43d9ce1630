package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The webhooks of a sending domain: the URLs that Mailgun calls when something becomes of a message of it. There are two ways
 * to the same webhooks: by type ({@link #create}, {@link #change}, {@link #delete}), and by URL, for several types at once
 * ({@link #addUrl}, {@link #changeUrl}, {@link #removeUrls}).
 *
 * <p>A type has at most three URLs, those of the {@linkplain AccountWebhooksApi account} counted; a URL that is there for domain
 * and account is called once. Changes take up to ten minutes to be felt. Webhooks live in the region of their domain. Errors: 400
 * where a URL is none, is there already or is one too many; 404 where the domain is not in the region; 429 beyond 300 calls a
 * minute.
 *
 * @see WebhookReceiver
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks">Domain webhooks</a>
 */
public final class DomainWebhooksApi {
    private static final int MOST_URLS = 3;

    private final MailgunClient mailgun;

    public DomainWebhooksApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the webhooks of a domain, one for each type that has URLs, on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/get-v3-domains--domain--webhooks">GET /v3/domains/{domain}/webhooks</a>
     */
    public PagedFlux<DomainWebhook, DomainWebhooks> list(String domain) {
        return mailgun.list(
                GET.path("/v3/domains/{domain}/webhooks", domain).pages(DomainWebhooks.class, NextPage.none()));
    }

    /**
     * Gets the webhook of a type. A type without URLs is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/get-v3-domains--domain-name--webhooks--webhook-name-">GET /v3/domains/{domain_name}/webhooks/{webhook_name}</a>
     */
    public Mono<DomainWebhookDetails> get(String domain, WebhookType type) {
        return mailgun.send(GET.path("/v3/domains/{domain}/webhooks/{webhook_name}", domain, type.value())
                .asJson(DomainWebhookDetails.class));
    }

    /**
     * Creates the webhook of a type that has none. It is not repeated unless it certainly did not arrive.
     *
     * @param urls one to three
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/post-v3-domains--domain--webhooks">POST /v3/domains/{domain}/webhooks</a>
     */
    public Mono<DomainWebhookDetails> create(String domain, WebhookType type, String... urls) {
        return mailgun.send(POST.path("/v3/domains/{domain}/webhooks", domain)
                .multipart(Params.NONE.with("id", type).with("url", urls(urls)))
                .asJson(DomainWebhookDetails.class));
    }

    /**
     * Replaces the URLs of a type. One without a webhook is an error with status 404.
     *
     * @param urls one to three, in place of those that are there
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/put-v3-domains--domain-name--webhooks--webhook-name-">PUT /v3/domains/{domain_name}/webhooks/{webhook_name}</a>
     */
    public Mono<DomainWebhookDetails> change(String domain, WebhookType type, String... urls) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/webhooks/{webhook_name}", domain, type.value())
                .multipart(Params.NONE.with("url", urls(urls)))
                .asJson(DomainWebhookDetails.class));
    }

    /**
     * Deletes the webhook of a type, with all its URLs. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/delete-v3-domains--domain-name--webhooks--webhook-name-">DELETE /v3/domains/{domain_name}/webhooks/{webhook_name}</a>
     */
    public Mono<DomainWebhookDetails> delete(String domain, WebhookType type) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}/webhooks/{webhook_name}", domain, type.value())
                .asJson(DomainWebhookDetails.class));
    }

    /**
     * Adds a URL to several types at once, beside the URLs that they have. One that a type has already is an error with status
     * 400, and nothing is added. It is not repeated unless it certainly did not arrive.
     *
     * @param types one or more
     * @return all webhooks of the domain
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/post-v4-domains--domain--webhooks">POST /v4/domains/{domain}/webhooks</a>
     */
    public Mono<DomainWebhooks> addUrl(String domain, String url, Collection<WebhookType> types) {
        return mailgun.send(POST.path("/v4/domains/{domain}/webhooks", domain)
                .form(of(url, types))
                .asJson(DomainWebhooks.class));
    }

    /**
     * Sets the types that a URL is called for, in place of those that it had.
     *
     * @param types one or more
     * @return all webhooks of the domain
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/put-v4-domains--domain--webhooks">PUT /v4/domains/{domain}/webhooks</a>
     */
    public Mono<DomainWebhooks> changeUrl(String domain, String url, Collection<WebhookType> types) {
        return mailgun.send(PUT.path("/v4/domains/{domain}/webhooks", domain)
                .form(of(url, types))
                .asJson(DomainWebhooks.class));
    }

    /**
     * Removes URLs from all types.
     *
     * @param urls one or more, none with a comma: Mailgun takes them as one text, separated by commas
     * @return the webhooks that are left
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks/delete-v4-domains--domain--webhooks">DELETE /v4/domains/{domain}/webhooks</a>
     */
    public Mono<DomainWebhooks> removeUrls(String domain, String... urls) {
        return mailgun.send(DELETE.path("/v4/domains/{domain}/webhooks", domain)
                .query("url", CommaList.of("urls", Arguments.requireOneOrMore("urls", urls)))
                .asJson(DomainWebhooks.class));
    }

    /**
     * Has Mailgun post a sample of a type to a URL, which need not be registered. A failed call is repeated.
     * Mailgun does not document this call; its own JavaScript library has it.
     *
     * @param url where to post
     * @return what Mailgun says of it
     * @see <a href="https://github.com/mailgun/mailgun.js">Mailgun's JavaScript library</a>
     */
    public Mono<WebhookTestResult> test(String domain, WebhookType type, String url) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/webhooks/{webhook_name}/test", domain, type.value())
                .multipart(Params.NONE.with("url", Arguments.requireText("url", url)))
                .asJson(WebhookTestResult.class));
    }

    private static Params of(String url, Collection<WebhookType> types) {
        Objects.requireNonNull(types, "types");
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types must be one or more");
        }
        return Params.NONE.with("url", Arguments.requireText("url", url)).with("event_types", List.copyOf(types));
    }

    private static List<String> urls(String... urls) {
        Arguments.requireRange("urls", urls.length, 1, MOST_URLS);
        for (String url : urls) {
            Arguments.requireText("urls", url);
        }
        return List.of(urls);
    }
}
