package io.github.mailgunreactor.core;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves one request to the server and its response back. The seam between the client core, which knows Mailgun, and an
 * HTTP implementation, which knows sockets: only strings, byte arrays and publishers of byte buffers cross it.
 *
 * <p>Both ways of exchanging are lazy and repeatable: nothing happens before subscription, and each subscription sends
 * the request anew. Cancelling a subscription frees the connection at once. A transport never repeats a request by
 * itself, follows no redirect, and keeps no cookies: what may be repeated is the client's decision.
 *
 * <p>Failures to get a response are signalled as {@link NoResponseException}; a response beyond the transport's bounds as
 * {@link UnreadableResponseException}. Both name {@link TransportRequest#operation()} and nothing more specific.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends the request, collects the response's body within the transport's bound, and hands it to the reader.
     *
     * @param request what to send
     * @param reader is called once per response, on the transport's I/O thread, whatever the status; a {@link
     *     MailgunException} it throws is signalled as it is, anything else as an {@link UnreadableResponseException}
     *     without its message, which may repeat content
     * @return what the reader made of the response; empty where the reader returned {@code null}
     */
    <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader);

    /**
     * Sends the request and passes the body of a 2xx response on as it arrives, reading no further ahead than the
     * subscriber demands. The buffers belong to the subscriber.
     *
     * @param request what to send
     * @param failure turns a response with any other status, its body collected within the transport's bound, into
     *     the error to signal
     */
    Flux<ByteBuffer> stream(TransportRequest request, ResponseReader<? extends Throwable> failure);

    /**
     * Starts to close and returns at once: calls in flight may finish within the transport's grace period, new ones
     * are refused with {@link NoResponseException.Reason#CLOSED}. Closing twice is the same as closing once.
     */
    @Override
    void close();

    /** Completes when a {@linkplain #close() started} close has freed every connection and thread. */
    Mono<Void> onClose();
}
