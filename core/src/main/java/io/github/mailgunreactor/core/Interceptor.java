package io.github.mailgunreactor.core;

import reactor.core.publisher.Mono;

/**
 * Stands around every try of every call that reads an answer: to add headers, to observe, to wait, to answer in the
 * server's place. The first interceptor of a client is the outermost. Nothing may happen before the returned publisher is
 * subscribed to.
 */
public interface Interceptor {

    /**
     * Passes the try on, changed or not, and its outcome back.
     *
     * @param attempt the try
     * @param chain sends it
     */
    <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain);

    /**
     * What comes after an interceptor.
     *
     * @param <T> what the answer is read into
     */
    @FunctionalInterface
    interface Chain<T> {
        /** Sends the try on subscription. May be called more than once. */
        Mono<Response<T>> proceed(Attempt attempt);
    }
}
