package io.github.mailgunreactor.mailinglists;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The mailing lists of the account. A list is an address: what is sent to it, Mailgun sends on to its subscribed members. Lists
 * live in one region. Errors: 404 where a list is not in the region; 429 where calls come too fast.
 *
 * @see ListMembersApi
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists">Mailing lists</a>
 */
public final class MailingListsApi {
    private final MailgunClient mailgun;

    public MailingListsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all mailing lists by their addresses, 100 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-v3-lists-pages">GET /v3/lists/pages</a>
     */
    public PagedFlux<MailingList, Listing<MailingList>> list() {
        return list(MailingListFilter.all());
    }

    /**
     * Lists all mailing lists by their addresses. Lists that come or go meanwhile shift nothing.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-v3-lists-pages">GET /v3/lists/pages</a>
     */
    public PagedFlux<MailingList, Listing<MailingList>> list(MailingListFilter filter) {
        return mailgun.list(GET.path("/v3/lists/pages").query(filter).listing(MailingList.class, NextPage.url()));
    }

    /**
     * Lists mailing lists by position, with their number. A list that comes or goes meanwhile shifts those after it.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-v3-lists">GET /v3/lists</a>
     */
    public PagedFlux<MailingList, Listing<MailingList>> listCounted(CountedListFilter filter) {
        return mailgun.list(GET.path("/v3/lists").query(filter).listing(MailingList.class, NextPage.skip()));
    }

    /**
     * Gets one mailing list. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-v3-lists--list-address-">GET /v3/lists/{list_address}</a>
     */
    public Mono<MailingListDetails> get(String list) {
        return mailgun.send(GET.path("/v3/lists/{list_address}", list).asJson(MailingListDetails.class));
    }

    /**
     * Creates a mailing list without members. An address that has one already, and a level or preference that Mailgun does not
     * know, is an error with status 400. It is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/post-v3-lists">POST /v3/lists</a>
     */
    public Mono<MailingListDetails> create(NewMailingList list) {
        return mailgun.send(POST.path("/v3/lists").multipart(list).asJson(MailingListDetails.class));
    }

    /**
     * Changes a mailing list, also its address. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/put-v3-lists--list-address-">PUT /v3/lists/{list_address}</a>
     */
    public Mono<MailingListDetails> change(String list, MailingListChange change) {
        return mailgun.send(
                PUT.path("/v3/lists/{list_address}", list).multipart(change).asJson(MailingListDetails.class));
    }

    /**
     * Deletes a mailing list with all its members, for good. One that is not there is an error with status 404; so may be one whose
     * deletion is repeated after a failure.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/delete-v3-lists--list-address-">DELETE /v3/lists/{list_address}</a>
     */
    public Mono<DeletedMailingList> delete(String list) {
        return mailgun.send(DELETE.path("/v3/lists/{list_address}", list).asJson(DeletedMailingList.class));
    }
}
