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
 * The complaints about a domain: addresses that Mailgun no longer sends to, because their owners marked a message as spam.
 *
 * <p>Errors: 400 for what Mailgun cannot take, such as an address that is none, or a date that cannot be read, and then for
 * all of a request; 404 where the domain is not in the region; 429 beyond the rate that all suppressions share.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints">Complaints</a>
 */
public final class ComplaintsApi {
    private static final int MAX_BATCH = 1000;

    private final MailgunClient mailgun;

    public ComplaintsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all complaints about a domain by their addresses, 1000 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/get-v3--domainid--complaints">GET /v3/{domain_name}/complaints</a>
     */
    public PagedFlux<Complaint, Listing<Complaint>> list(String domain) {
        return list(domain, SuppressionFilter.all());
    }

    /**
     * Lists complaints from an address on, or those that start with a text.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/get-v3--domainid--complaints">GET /v3/{domain_name}/complaints</a>
     */
    public PagedFlux<Complaint, Listing<Complaint>> list(String domain, SuppressionFilter filter) {
        return mailgun.list(
                GET.path("/v3/{domain}/complaints", domain).query(filter).listing(Complaint.class, NextPage.url()));
    }

    /**
     * Looks up the complaint of an address. An address without one is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/get-v3--domainid--complaints--address-">GET /v3/{domain_name}/complaints/{address}</a>
     */
    public Mono<Complaint> get(String domain, String address) {
        return mailgun.send(
                GET.path("/v3/{domain}/complaints/{address}", domain, address).asJson(Complaint.class));
    }

    /**
     * Adds an address, as if its owner had complained. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/post-v3--domainid--complaints">POST /v3/{domain_name}/complaints</a>
     */
    public Mono<AddressConfirmation> add(String domain, NewComplaint complaint) {
        return mailgun.send(POST.path("/v3/{domain}/complaints", domain)
                .multipart(complaint)
                .asJson(AddressConfirmation.class));
    }

    /**
     * Adds many with one request: all of them or, where Mailgun refuses one, none.
     *
     * @param complaints 1 to 1000
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/post-v3--domainid--complaints">POST /v3/{domain_name}/complaints</a>
     */
    public Mono<Confirmation> addAll(String domain, List<NewComplaint> complaints) {
        Arguments.requireRange("number of complaints", complaints.size(), 1, MAX_BATCH);
        return mailgun.send(POST.path("/v3/{domain}/complaints", domain)
                .jsonArray(complaints)
                .asJson(Confirmation.class));
    }

    /**
     * Adds any number, 1000 to a request and up to 4 requests at a time.
     *
     * @see #addAll(String, Publisher, Batching)
     */
    public Flux<BatchResult<NewComplaint, Confirmation>> addAll(String domain, Publisher<NewComplaint> complaints) {
        return addAll(domain, complaints, Batching.defaults());
    }

    /**
     * Adds any number with as few requests as it takes. There is a result for each request, in the order in which they end:
     * Mailgun adds all that it carried or, with an error status, none; after another error it may have. A request that failed
     * is not repeated unless it certainly did not arrive; adding an entry again does no harm. {@link Batching} says what ends the whole.
     *
     * @param complaints what to add; subscribed to with each subscription
     * @param batching how they are cut into requests, of at most 1000, and how many of these may be under way. All
     *     suppressions of an account share a budget of requests, 2500 in 15 seconds when last seen
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/post-v3--domainid--complaints">POST /v3/{domain_name}/complaints</a>
     */
    public Flux<BatchResult<NewComplaint, Confirmation>> addAll(
            String domain, Publisher<NewComplaint> complaints, Batching batching) {
        Operation add = POST.path("/v3/{domain}/complaints", domain);
        return batching.maxItems(MAX_BATCH)
                .send(complaints, batch -> mailgun.send(add.jsonArray(batch).asJson(Confirmation.class)));
    }

    /**
     * Imports a CSV file, which is streamed. Mailgun takes it and works it off later: what is wrong with a row is not
     * told. A file whose first line cannot be read is an error with status 400 or 500.
     *
     * @param file has the columns {@code address} and, if wanted, {@code created_at} (RFC 2822).
     *     Mailgun documents a limit of 25 MB
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/post-v3--domainid--complaints-import">POST /v3/{domain_name}/complaints/import</a>
     */
    public Mono<Confirmation> importCsv(String domain, Part file) {
        return mailgun.send(POST.path("/v3/{domain}/complaints/import", domain)
                .multipart(Params.NONE.with("file", file))
                .asJson(Confirmation.class));
    }

    /**
     * Deletes one complaint: mail to the address is sent again until there is another one. An address without one is an
     * error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/delete-v3--domainid--complaints--address-">DELETE /v3/{domain_name}/complaints/{address}</a>
     */
    public Mono<AddressConfirmation> delete(String domain, String address) {
        return mailgun.send(DELETE.path("/v3/{domain}/complaints/{address}", domain, address)
                .asJson(AddressConfirmation.class));
    }

    /**
     * Deletes every entry of the domain's list, for good. Mail to all those addresses is sent again. Repeated after a
     * failure, as all calls that delete are.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/complaints/delete-v3--domainid--complaints">DELETE /v3/{domain_name}/complaints</a>
     */
    public Mono<Confirmation> deleteAll(String domain) {
        return mailgun.send(DELETE.path("/v3/{domain}/complaints", domain).asJson(Confirmation.class));
    }
}
