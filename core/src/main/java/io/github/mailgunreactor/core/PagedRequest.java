package io.github.mailgunreactor.core;

import java.util.Objects;

/**
 * An operation that answers in pages.
 *
 * @param operation asks for the first page
 * @param page how each page is read
 * @param next how the operation for the next page follows from a page
 * @param <T> an item of a page
 * @param <A> the response that carries a page
 */
public record PagedRequest<T, A extends PageBody<T>>(Operation operation, ResponseType<A> page, NextPage next) {
    public PagedRequest {
        Objects.requireNonNull(operation, "operation must not be null");
        Objects.requireNonNull(page, "page must not be null");
        Objects.requireNonNull(next, "next must not be null");
    }
}
