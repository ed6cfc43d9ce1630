package io.github.mailgunreactor.core;

import reactor.core.publisher.Mono;

/**
 * Stands around every attempt of every call that reads a response: to add headers, to observe, to wait, to answer in the
 * server's place. The first interceptor of a client is the outermost. Nothing may happen before the returned publisher is
 * subscribed to.
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
     * @param <T> what the response is read into
     */
    @FunctionalInterface
    interface Chain<T> {
        /** Sends the attempt on subscription. May be called more than once. */
        Mono<Response<T>> proceed(Attempt attempt);
    }
}
