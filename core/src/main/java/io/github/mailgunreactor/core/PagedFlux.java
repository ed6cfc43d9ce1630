package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.UnreadableItem;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All items of a listing, page after page, as far as the subscriber demands: the first page is asked for with the first
 * demand, a further one when the page before is used up and there is still demand. So {@code take(10)} sends no more
 * requests than ten items need, and a slow subscriber slows the paging. Each subscription starts anew.
 *
 * <p>The list ends with a page that names no next one or has no items. An error ends it too, after the items before it, those
 * of the same page included; {@link #startingAt} goes on from there.
 *
 * @param <T> an item
 * @param <A> the response that carries a page
 */
public final class PagedFlux<T, A extends PageBody<T>> extends Flux<T> {
    private final Function<Operation, Mono<Response<A>>> exchange;
    private final Operation first;
    private final NextPage next;
    private final boolean prefetch;
    private final OnUnreadableItem onUnreadableItem;

    PagedFlux(
            Function<Operation, Mono<Response<A>>> exchange,
            Operation first,
            NextPage next,
            boolean prefetch,
            OnUnreadableItem onUnreadableItem) {
        this.exchange = exchange;
        this.first = first;
        this.next = next;
        this.prefetch = prefetch;
        this.onUnreadableItem = onUnreadableItem;
    }

    /**
     * A listing of one's own with one page, for tests of code that handles a listing: nothing is sent.
     *
     * <pre>{@code when(bounces.list("example.com")).thenReturn(PagedFlux.of(List.of(bounce)))}</pre>
     */
    public static <T> PagedFlux<T, Listing<T>> of(List<T> items) {
        return ofPages(List.of(Listing.of(items)));
    }

    /**
     * A listing of one's own, for tests: these pages, one after the other, whose cursors are {@code "1"}, {@code "2"} and so
     * on. As in any listing, a page without items is the last one. Nothing is sent.
     *
     * @param pages one or more, such as {@link Listing#of}
     */
    public static <T, A extends PageBody<T>> PagedFlux<T, A> ofPages(List<A> pages) {
        return GivenPages.listing(pages, null);
    }

    /** A listing of one's own, for tests, that ends with an error after these pages, of which there may be none. */
    public static <T, A extends PageBody<T>> PagedFlux<T, A> ofPages(List<A> pages, Throwable error) {
        return GivenPages.listing(pages, Objects.requireNonNull(error, "error must not be null"));
    }

    /** The pages themselves, with the whole response of each, its rate limits, and the cursor of the next one. */
    public Flux<Page<T, A>> pages() {
        return new Pages<>(this);
    }

    /**
     * This listing from another page on.
     *
     * @param cursor a {@link Page#next()} of this listing, from now or from long ago
     * @throws IllegalArgumentException if it cannot be a cursor of this listing
     */
    public PagedFlux<T, A> startingAt(String cursor) {
        return new PagedFlux<>(exchange, next.at(first, cursor), next, prefetch, onUnreadableItem);
    }

    /**
     * This listing with the next page asked for while the items of a page are being consumed: quicker, for one request
     * that a subscriber who stops early did not need.
     */
    public PagedFlux<T, A> prefetchingOnePage() {
        return new PagedFlux<>(exchange, first, next, true, onUnreadableItem);
    }

    /**
     * This listing with another decision about items that could not be read than the
     * {@linkplain MailgunClientBuilder#onUnreadableItem client's}.
     */
    public PagedFlux<T, A> onUnreadableItem(OnUnreadableItem decision) {
        return new PagedFlux<>(exchange, first, next, prefetch, Objects.requireNonNull(decision, "decision"));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new PageSubscription<T, A, T>(actual, this, this::itemsToEmit));
    }

    Operation first() {
        return first;
    }

    boolean prefetch() {
        return prefetch;
    }

    Mono<Response<A>> fetch(Operation operation) {
        return exchange.apply(operation);
    }

    /**
     * The cursor of the page after a response.
     *
     * @throws UnreadableResponseException if it leads to nowhere that a call may go
     */
    @Nullable
    String cursorAfter(Operation sent, Response<A> response) {
        return next.cursorAfter(sent, response);
    }

    /** What ends the listing at an item of the page that could not be read, or {@code null}. */
    @Nullable
    UnreadableResponseException unreadableItem(Operation sent, Response<A> response) {
        if (onUnreadableItem == OnUnreadableItem.PASS_OVER
                || response.unreadableItems().isEmpty()) {
            return null;
        }
        UnreadableItem item = response.unreadableItems().get(0);
        return new UnreadableResponseException(
                sent.toString(),
                response.status(),
                "an item is without what identifies it, or that cannot be read, at " + item.field());
    }

    /** The items of a page, up to the one at which the listing fails. */
    private List<T> itemsToEmit(Page<T, A> page) {
        List<UnreadableItem> unreadable = page.unreadableItems();
        return onUnreadableItem == OnUnreadableItem.PASS_OVER || unreadable.isEmpty()
                ? page.items()
                : page.items()
                        .subList(
                                0,
                                Math.min(
                                        unreadable.get(0).position(),
                                        page.items().size()));
    }

    /**
     * Whether the server passed over the count that we sent and gave the page before once more, as it would forever: no
     * total ends that.
     */
    boolean repeats(Page<T, A> page, List<T> itemsBefore) {
        return next.isCount()
                && page.body().total() == null
                && !itemsBefore.isEmpty()
                && page.items().equals(itemsBefore);
    }

    /** The operation for the page after this one, or {@code null} after the last one. */
    @Nullable
    Operation after(Page<T, A> page) {
        return page.next() == null ? null : next.at(first, page.next());
    }

    private static final class Pages<T, A extends PageBody<T>> extends Flux<Page<T, A>> {
        private final PagedFlux<T, A> source;

        Pages(PagedFlux<T, A> source) {
            this.source = source;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Page<T, A>> actual) {
            actual.onSubscribe(new PageSubscription<T, A, Page<T, A>>(actual, source, List::of));
        }
    }
}
