package io.github.mailgunreactor.core.transport;

import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.UnreadableResponseException;
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
 * {@link UnreadableResponseException}. Both name {@link TransportRequest#operationName()} and nothing more specific.
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
     * Sends the request and gives the head of a 2xx response as soon as it is there. The body is read no further ahead
     * than its subscriber demands, and not at all before it is subscribed to; a failure after the head is the body's.
     *
     * <p>The connection is released when the body has ended, failed or was cancelled, and when nobody subscribes to the
     * body within the time that a server may be silent: then it fails with {@link NoResponseException.Reason#TIMED_OUT}.
     * Cancelling this {@code Mono} frees the connection as long as it has not given the head.
     *
     * @param request what to send; its timeout covers the body
     * @param failure turns a response with any other status, its body collected within the transport's bound, into
     *     the error to signal
     */
    Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure);

    /**
     * Starts to close and returns at once: calls in flight may finish within the transport's grace period, new ones
     * are refused with {@link NoResponseException.Reason#CLOSED}. Closing twice is the same as closing once.
     */
    @Override
    void close();

    /** Completes when a {@linkplain #close() started} close has freed every connection and thread. */
    Mono<Void> onClose();
}
