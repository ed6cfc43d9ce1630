package io.github.mailgunreactor.core.transport;

import java.nio.ByteBuffer;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * A 2xx response whose body has not been read: its head is here, its body is still on its way.
 *
 * <p>It holds a connection until the body has ended, was cancelled or has failed, so whoever gets it subscribes to the
 * body: to read it, or to cancel at once what is not wanted. One that is forgotten is given up by the transport.
 *
 * @param head status and headers
 * @param body what follows, read no further ahead than demanded; the buffers belong to its subscriber. It can be
 *     subscribed to once, in any thread; a second subscriber gets an {@link IllegalStateException}
 */
public record ResponseStream(ResponseHead head, Flux<ByteBuffer> body) {
    public ResponseStream {
        Objects.requireNonNull(head, "head must not be null");
        Objects.requireNonNull(body, "body must not be null");
    }

    /** The status; no header and no content. */
    @Override
    public String toString() {
        return "ResponseStream[" + head.status() + "]";
    }
}
