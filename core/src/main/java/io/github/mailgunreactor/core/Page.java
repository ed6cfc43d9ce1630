package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.UnreadableItem;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param response the response that carried the page, with status and headers
 * @param next the cursor of the next page, or {@code null} after the last one. It may be kept to
 *     {@linkplain PagedFlux#startingAt resume} the listing later
 * @param <T> an item
 * @param <A> the response that carries a page
 */
public record Page<T, A extends PageBody<T>>(
        Response<A> response, @Nullable String next) {

    /**
     * A page of one's own, for tests of code that handles pages.
     *
     * @param body the response that carries it, such as {@link Listing#of}
     * @param next the cursor of the next page, or {@code null} for the last one
     */
    public static <T, A extends PageBody<T>> Page<T, A> of(A body, @Nullable String next) {
        Objects.requireNonNull(body, "body must not be null");
        return new Page<>(Response.of(ResponseHead.of(200, Map.of()), Region.US, body), next);
    }

    /** The items of the page. */
    public List<T> items() {
        return body().items();
    }

    /** The decoded response, with whatever it has besides the items. */
    public A body() {
        return response.value();
    }

    /**
     * Items of the page that could not be read and are therefore not among {@link #items()}, in their order. Mostly none. A
     * listing that {@linkplain OnUnreadableItem#FAIL fails} on them does so after this page.
     */
    public List<UnreadableItem> unreadableItems() {
        return response.unreadableItems();
    }

    /** How many items it has, and whether a page follows: the cursor would show an expanded path. */
    @Override
    public String toString() {
        return "Page[" + items().size() + " items, " + (next == null ? "last" : "not last") + "]";
    }
}
