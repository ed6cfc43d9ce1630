package io.github.mailgunreactor.core;

import org.jspecify.annotations.Nullable;

/**
 * A successful response: its value, status and headers.
 *
 * @param <T> what the response was read into
 */
public final class Response<T extends @Nullable Object> {
    private final ResponseHead head;
    private final Region region;
    private final T value;

    Response(ResponseHead head, Region region, T value) {
        this.head = head;
        this.region = region;
        this.value = value;
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

    /** The region that answered. */
    public Region region() {
        return region;
    }

    /** What the response says of the rate limits that this call counted against. */
    public RateLimits rateLimits() {
        return RateLimits.of(head);
    }

    /** The status; no header and no value. */
    @Override
    public String toString() {
        return "Response[" + status() + "]";
    }
}
