package io.github.mailgunreactor.suppressions;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The unsubscribes of a domain: addresses whose owners want no more mail, at all or of the kinds that tags name.
 *
 * <p>Errors: 400 for what Mailgun cannot take, such as an address that is none, or a date that cannot be read, and then for
 * all of a request; 404 where the domain is not in the region; 429 beyond the rate that all suppressions share.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe">Unsubscribes</a>
 */
public final class UnsubscribesApi {
    private static final int MAX_BATCH = 1000;

    private final MailgunClient mailgun;

    public UnsubscribesApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all unsubscribes of a domain by their addresses, 1000 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/get-v3--domainid--unsubscribes">GET /v3/{domain_name}/unsubscribes</a>
     */
    public PagedFlux<Unsubscribe, Listing<Unsubscribe>> list(String domain) {
        return list(domain, SuppressionFilter.all());
    }

    /**
     * Lists unsubscribes from an address on, or those that start with a text.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/get-v3--domainid--unsubscribes">GET /v3/{domain_name}/unsubscribes</a>
     */
    public PagedFlux<Unsubscribe, Listing<Unsubscribe>> list(String domain, SuppressionFilter filter) {
        return mailgun.list(
                GET.path("/v3/{domain}/unsubscribes", domain).query(filter).listing(Unsubscribe.class, NextPage.url()));
    }

    /**
     * Looks up the unsubscribe of an address. An address that did not unsubscribe is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/get-v3--domainid--unsubscribes--address-">GET /v3/{domain_name}/unsubscribes/{address}</a>
     */
    public Mono<Unsubscribe> get(String domain, String address) {
        return mailgun.send(
                GET.path("/v3/{domain}/unsubscribes/{address}", domain, address).asJson(Unsubscribe.class));
    }

    /**
     * Adds an address, as if its owner had unsubscribed: from everything, or from the
     * {@linkplain NewUnsubscribe#tags tags} that are set. With tags it is a list of one for Mailgun, and the confirmation does
     * not repeat the address. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/post-v3--domainid--unsubscribes">POST /v3/{domain_name}/unsubscribes</a>
     */
    public Mono<AddressConfirmation> add(String domain, NewUnsubscribe unsubscribe) {
        Operation add = POST.path("/v3/{domain}/unsubscribes", domain);
        // In a form, servers differ on the name of tags, and one not known means everything; in JSON they agree.
        return mailgun.send((unsubscribe.hasTags() ? add.jsonArray(List.of(unsubscribe)) : add.multipart(unsubscribe))
                .asJson(AddressConfirmation.class));
    }

    /**
     * Adds many with one request: all of them or, where Mailgun refuses one, none.
     *
     * @param unsubscribes 1 to 1000
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/post-v3--domainid--unsubscribes">POST /v3/{domain_name}/unsubscribes</a>
     */
    public Mono<Confirmation> addAll(String domain, List<NewUnsubscribe> unsubscribes) {
        Arguments.requireRange("number of unsubscribes", unsubscribes.size(), 1, MAX_BATCH);
        return mailgun.send(POST.path("/v3/{domain}/unsubscribes", domain)
                .jsonArray(unsubscribes)
                .asJson(Confirmation.class));
    }

    /**
     * Adds any number, 1000 to a request and up to 4 requests at a time.
     *
     * @see #addAll(String, Publisher, Batching)
     */
    public Flux<BatchResult<NewUnsubscribe, Confirmation>> addAll(
            String domain, Publisher<NewUnsubscribe> unsubscribes) {
        return addAll(domain, unsubscribes, Batching.defaults());
    }

    /**
     * Adds any number with as few requests as it takes. There is a result for each request, in the order in which they end:
     * Mailgun adds all that it carried or, with an error status, none; after another error it may have. A request that failed
     * is not repeated unless it certainly did not arrive; adding an entry again does no harm. {@link Batching} says what ends the whole.
     *
     * @param unsubscribes what to add; subscribed to with each subscription
     * @param batching how they are cut into requests, of at most 1000, and how many of these may be under way. All
     *     suppressions of an account share a budget of requests, 2500 in 15 seconds when last seen
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/post-v3--domainid--unsubscribes">POST /v3/{domain_name}/unsubscribes</a>
     */
    public Flux<BatchResult<NewUnsubscribe, Confirmation>> addAll(
            String domain, Publisher<NewUnsubscribe> unsubscribes, Batching batching) {
        Operation add = POST.path("/v3/{domain}/unsubscribes", domain);
        return batching.maxItems(MAX_BATCH)
                .send(unsubscribes, batch -> mailgun.send(add.jsonArray(batch).asJson(Confirmation.class)));
    }

    /**
     * Imports a CSV file, which is streamed. Mailgun takes it and works it off later: what is wrong with a row is not
     * told. A file whose first line cannot be read is an error with status 400 or 500.
     *
     * @param file has the columns {@code address} and, if wanted, {@code tags} and {@code created_at} (RFC 2822).
     *     Mailgun documents a limit of 25 MB
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/post-v3--domainid--unsubscribes-import">POST /v3/{domain_name}/unsubscribes/import</a>
     */
    public Mono<Confirmation> importCsv(String domain, Part file) {
        return mailgun.send(POST.path("/v3/{domain}/unsubscribes/import", domain)
                .multipart(Params.NONE.with("file", file))
                .asJson(Confirmation.class));
    }

    /**
     * Deletes one unsubscribe, with all its tags: mail to the address is sent again until its owner unsubscribes again. An
     * address without one is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/delete-v3--domainid--unsubscribes--address-">DELETE /v3/{domain_name}/unsubscribes/{address}</a>
     */
    public Mono<AddressConfirmation> delete(String domain, String address) {
        return mailgun.send(DELETE.path("/v3/{domain}/unsubscribes/{address}", domain, address)
                .asJson(AddressConfirmation.class));
    }

    /**
     * Takes one tag out of an unsubscribe: mail with that tag is sent again, the other tags stay. Mailgun's reference does not
     * name it, its own SDKs do.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/delete-v3--domainid--unsubscribes--address-">DELETE /v3/{domain_name}/unsubscribes/{address}</a>
     */
    public Mono<AddressConfirmation> removeTag(String domain, String address, String tag) {
        return mailgun.send(DELETE.path("/v3/{domain}/unsubscribes/{address}", domain, address)
                .query("tag", Arguments.requireText("tag", tag))
                .asJson(AddressConfirmation.class));
    }

    /**
     * Deletes every entry of the domain's list, for good. Mail to all those addresses is sent again, against the will
     * of their owners. Repeated after a failure, as all calls that delete are.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe/delete-v3--domainid--unsubscribes">DELETE /v3/{domain_name}/unsubscribes</a>
     */
    public Mono<Confirmation> deleteAll(String domain) {
        return mailgun.send(DELETE.path("/v3/{domain}/unsubscribes", domain).asJson(Confirmation.class));
    }
}
