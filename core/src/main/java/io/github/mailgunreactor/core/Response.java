package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.UnreadableItem;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A successful response: its value, status and headers.
 *
 * @param <T> what the response was read into
 */
public final class Response<T extends @Nullable Object> {
    static final String REQUEST_ID = "x-request-id";

    private final ResponseHead head;
    private final Region region;
    private final T value;
    private final @Nullable UnreadableParts unreadable;

    Response(ResponseHead head, Region region, T value) {
        this(head, region, value, null);
    }

    Response(ResponseHead head, Region region, T value, @Nullable UnreadableParts unreadable) {
        this.head = head;
        this.region = region;
        this.value = value;
        this.unreadable = unreadable;
    }

    /**
     * A response of one's own, for tests of code that handles one.
     *
     * @param head {@link ResponseHead#of} makes one
     */
    public static <T extends @Nullable Object> Response<T> of(ResponseHead head, Region region, T value) {
        return new Response<>(
                Objects.requireNonNull(head, "head must not be null"),
                Objects.requireNonNull(region, "region must not be null"),
                value);
    }

    /** What the response was read into; {@code null} only for a request made with {@link Operation#asEmpty()}. */
    public T value() {
        return value;
    }

    /** The HTTP status, from 200 to 299. */
    public int status() {
        return head.status();
    }

    /** Status and headers. */
    public ResponseHead head() {
        return head;
    }

    /** The region that responded. */
    public Region region() {
        return region;
    }

    /** The id that Mailgun gave the request, for its support, where the response has one. */
    public @Nullable String requestId() {
        return head.header(REQUEST_ID);
    }

    /** What the response says of the rate limits that this call counted against. */
    public RateLimits rateLimits() {
        return RateLimits.of(head);
    }

    /**
     * The fields that were there and could not be read, such as a date that is none, and are therefore absent from the value:
     * {@code items[].created_at}, where {@code []} stands for the elements of a list and {@code *} for the names in a map.
     * Mostly none, and at most 100.
     */
    public Set<String> unreadableFields() {
        return unreadable == null ? Set.of() : Collections.unmodifiableSet(unreadable.fields());
    }

    /**
     * Where the value is a page: its items that could not be read and are therefore not among {@link PageBody#items()}, in
     * their order. Mostly none.
     */
    public List<UnreadableItem> unreadableItems() {
        return unreadable == null || !(value instanceof PageBody) ? List.of() : List.copyOf(unreadable.items());
    }

    /** Whether what leads to the next page was there and could not be read: without it, a page looks like the last one. */
    boolean hidesNextPage() {
        return unreadable != null && unreadable.hidesNextPage();
    }

    /** The status; no header and no value. */
    @Override
    public String toString() {
        return "Response[" + status() + "]";
    }
}
