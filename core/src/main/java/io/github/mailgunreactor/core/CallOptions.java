package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ForeignCode;
import io.github.mailgunreactor.core.observation.ResponseListener;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is different for the calls of one view of a client: their timeout, headers they send, and who is told of their
 * responses. Immutable: every method returns a changed copy. A view costs a few small objects, so it may serve one call:
 *
 * <pre>{@code
 * CallOptions options = CallOptions.none()
 *         .timeout(Duration.ofSeconds(2))
 *         .onResponse((operation, response) -> log.info("{}", response.requestId()));
 * new KeysApi(mailgun.withOptions(options)).create(newKey)…
 * }</pre>
 */
public final class CallOptions {
    private static final CallOptions NONE = new CallOptions(null, Headers.NONE, null);

    private final @Nullable Duration timeout;
    private final Headers headers;
    private final @Nullable ResponseListener listener;

    private CallOptions(@Nullable Duration timeout, Headers headers, @Nullable ResponseListener listener) {
        this.timeout = timeout;
        this.headers = headers;
        this.listener = listener;
    }

    /** Nothing is different. */
    public static CallOptions none() {
        return NONE;
    }

    /**
     * Bounds each call, uploads and downloads too, in place of the client's timeout and of the operation's own.
     *
     * @param total from subscription to the last byte of the response, all attempts and waits included; each page of a listing
     *     is a call of its own. 1 ms to 24 hours
     */
    public CallOptions timeout(Duration total) {
        return new CallOptions(
                Arguments.requireRange("timeout", total, Duration.ofMillis(1), Duration.ofHours(24)),
                headers,
                listener);
    }

    /**
     * Sends one more header with each call, in place of the client's of that name, but not of one that the operation needs.
     *
     * @throws IllegalArgumentException if it is {@code Authorization}, which is for the client's {@link Credentials}, or one
     *     that follows from region and body, or the value is none that a header may have
     */
    public CallOptions header(String name, String value) {
        return new CallOptions(timeout, headers.with(Operation.requireOwnHeader(name), value), listener);
    }

    /**
     * Tells the listener, too, of the response of each call that succeeds, each page of a listing included, before the call's
     * subscriber gets its value. Of a call that fails its error says the same.
     */
    public CallOptions onResponse(ResponseListener another) {
        Objects.requireNonNull(another, "listener must not be null");
        ResponseListener before = listener;
        return new CallOptions(timeout, headers, before == null ? another : both(before, another));
    }

    private static ResponseListener both(ResponseListener first, ResponseListener second) {
        return (operation, response) -> {
            ForeignCode.run(() -> first.onResponse(operation, response));
            second.onResponse(operation, response);
        };
    }

    /** These options, and the others where they say something: both listeners are told. */
    CallOptions and(CallOptions others) {
        CallOptions merged = new CallOptions(
                others.timeout != null ? others.timeout : timeout, headers.with(others.headers), listener);
        return others.listener == null ? merged : merged.onResponse(others.listener);
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    Headers headers() {
        return headers;
    }

    @Nullable
    ResponseListener listener() {
        return listener;
    }
}
