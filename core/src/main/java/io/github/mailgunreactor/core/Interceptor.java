package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import reactor.core.publisher.Mono;

/**
 * Stands around every attempt of every call: to add headers, to observe, to wait, to respond in the server's place. The first
 * interceptor of a client is the outermost. Nothing may happen before the returned publisher is subscribed to.
 *
 * <p>What an interceptor fails with, thrown or signalled, is how the attempt fails. Where it does not end before the call's
 * deadline, the call ends without it: with the response if one has arrived, else with
 * {@link NoResponseException.Reason#TIMED_OUT}.
 */
public interface Interceptor {

    /**
     * Passes the attempt on, changed or not, and its outcome back.
     *
     * @param attempt the attempt
     * @param chain sends it
     */
    <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain);

    /**
     * What comes after an interceptor.
     *
     * @param <T> what the response is read into; for a {@linkplain MailgunClient#download download} a {@code Flux}
     */
    interface Chain<T> {
        /** Sends the attempt on subscription. May be called more than once. */
        Mono<Response<T>> proceed(Attempt attempt);

        /**
         * Gives a response in the server's place, as if it had been received: read like one, or the error that its status
         * means. Nothing is sent.
         *
         * @param head {@link ResponseHead#of} makes one
         */
        Mono<Response<T>> respond(Attempt attempt, ResponseHead head, byte[] body);
    }
}
