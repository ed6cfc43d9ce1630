package io.github.mailgunreactor.mailinglists;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is on a mailing list, up to 2.5 million members. Errors: 400 where an address is none; 404 where the list or the member is
 * not there; 429 where calls come too fast.
 *
 * @see MailingListsApi
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists">Mailing lists</a>
 */
public final class ListMembersApi {
    private static final int MAX_BATCH = 1000;

    private final MailgunClient mailgun;

    public ListMembersApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all members of a list by their addresses, 100 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-lists-list_address-members-pages">GET /v3/lists/{list_address}/members/pages</a>
     */
    public PagedFlux<ListMember, Listing<ListMember>> list(String list) {
        return list(list, ListMemberFilter.all());
    }

    /**
     * Lists members by their addresses. Members that come or go meanwhile shift nothing: the way through a long list.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-lists-list_address-members-pages">GET /v3/lists/{list_address}/members/pages</a>
     */
    public PagedFlux<ListMember, Listing<ListMember>> list(String list, ListMemberFilter filter) {
        return mailgun.list(GET.path("/v3/lists/{list_address}/members/pages", list)
                .query(filter)
                .listing(ListMember.class, NextPage.url()));
    }

    /**
     * Lists members by position, with their number. A member that comes or goes meanwhile shifts those after it.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-lists-string-list_address-members">GET /v3/lists/{list_address}/members</a>
     */
    public PagedFlux<ListMember, Listing<ListMember>> listCounted(String list, CountedMemberFilter filter) {
        return mailgun.list(GET.path("/v3/lists/{list_address}/members", list)
                .query(filter)
                .listing(ListMember.class, NextPage.skip()));
    }

    /**
     * Gets one member, subscribed or not. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/get-lists-list_address-members-member_address">GET /v3/lists/{list_address}/members/{member_address}</a>
     */
    public Mono<ListMemberDetails> get(String list, String member) {
        return mailgun.send(GET.path("/v3/lists/{list_address}/members/{member_address}", list, member)
                .asJson(ListMemberDetails.class));
    }

    /**
     * Adds one member. It is not repeated unless it certainly did not arrive.
     *
     * @param present what becomes of a member that is there already; with {@link OnPresentMember#KEEP} it is an error with status 400
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/post-lists-string-list_address-members">POST /v3/lists/{list_address}/members</a>
     */
    public Mono<ListMemberDetails> add(String list, NewListMember member, OnPresentMember present) {
        return mailgun.send(POST.path("/v3/lists/{list_address}/members", list)
                .multipart(member.params().with("upsert", present.upsert()))
                .asJson(ListMemberDetails.class));
    }

    /**
     * Adds many with one request. Up to 100 are on the list when the call is done. With more, Mailgun adds them later: the result
     * has a {@linkplain ListUpload#taskId task}, which events of the types {@code list_member_uploaded},
     * {@code list_member_upload_error} and {@code list_uploaded} name.
     *
     * @param members 1 to 1000
     * @param present what becomes of members that are there already; none of them is an error
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/post-lists-list_address-members-json">POST /v3/lists/{list_address}/members.json</a>
     */
    public Mono<ListUpload> addAll(String list, List<NewListMember> members, OnPresentMember present) {
        Arguments.requireRange("number of members", members.size(), 1, MAX_BATCH);
        return mailgun.send(POST.path("/v3/lists/{list_address}/members.json", list)
                .multipart(NewListMember.upload(members, present))
                .asJson(ListUpload.class));
    }

    /**
     * Adds any number, 1000 to a request and up to 4 requests at a time.
     *
     * @see #addAll(String, Publisher, OnPresentMember, Batching)
     */
    public Flux<BatchResult<NewListMember, ListUpload>> addAll(
            String list, Publisher<NewListMember> members, OnPresentMember present) {
        return addAll(list, members, present, Batching.defaults());
    }

    /**
     * Adds any number with as few requests as it takes. There is a result for each request, in the order in which they end. One that
     * failed is not repeated unless it certainly did not arrive; adding a member again does no harm, as one that is there is kept or
     * updated. {@link Batching} says what ends the whole.
     *
     * @param members whom to add; subscribed to with each subscription
     * @param batching how they are cut into requests, of at most 1000, and how many of these may be under way. With
     *     {@code maxItems(100)} members are on the list when their result comes, as
     *     {@link #addAll(String, List, OnPresentMember)} says
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/post-lists-list_address-members-json">POST /v3/lists/{list_address}/members.json</a>
     */
    public Flux<BatchResult<NewListMember, ListUpload>> addAll(
            String list, Publisher<NewListMember> members, OnPresentMember present, Batching batching) {
        Operation add = POST.path("/v3/lists/{list_address}/members.json", list);
        return batching.maxItems(MAX_BATCH)
                .send(
                        members,
                        batch -> mailgun.send(add.multipart(NewListMember.upload(batch, present))
                                .asJson(ListUpload.class)));
    }

    /**
     * Imports a CSV file, which is streamed. Mailgun takes it and works it off later, as
     * {@link #addAll(String, List, OnPresentMember)} says; a file that is too large is an error with status 400. It is not repeated
     * unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/post-lists-list_address-members-csv">POST /v3/lists/{list_address}/members.csv</a>
     */
    public Mono<ListUpload> importCsv(String list, NewMemberFile file) {
        return mailgun.send(POST.path("/v3/lists/{list_address}/members.csv", list)
                .multipart(file)
                .asJson(ListUpload.class));
    }

    /**
     * Changes a member, also its address, or whether it is subscribed. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/put-lists-list_address-members-member_address">PUT /v3/lists/{list_address}/members/{member_address}</a>
     */
    public Mono<ListMemberDetails> change(String list, String member, ListMemberChange change) {
        return mailgun.send(PUT.path("/v3/lists/{list_address}/members/{member_address}", list, member)
                .multipart(change)
                .asJson(ListMemberDetails.class));
    }

    /**
     * Takes a member off the list, with its variables. To keep both and send nothing, change it to
     * {@linkplain ListMemberChange#subscribed not subscribed}. One that is not there is an error with status 404.
     *
     * @return the member's address
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/mailing-lists/delete-lists-list_address-members-member_address">DELETE /v3/lists/{list_address}/members/{member_address}</a>
     */
    public Mono<ListMemberDetails> remove(String list, String member) {
        return mailgun.send(DELETE.path("/v3/lists/{list_address}/members/{member_address}", list, member)
                .asJson(ListMemberDetails.class));
    }
}
