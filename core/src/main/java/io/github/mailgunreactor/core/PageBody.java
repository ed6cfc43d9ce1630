package io.github.mailgunreactor.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response that carries one page of a list, and what leads to the next one: a total, page URLs, or a token.
 *
 * @param <T> an item of the list
 */
public interface PageBody<T> {

    /** The items of this page, in Mailgun's order; empty after the last page. */
    List<T> items();

    /** How many items the whole list has, where the response says so. */
    default @Nullable Long total() {
        return null;
    }

    /** The URLs of the pages around this one, where the list is paged by URL. */
    default @Nullable Paging paging() {
        return null;
    }

    /** The token of the next page, where the list is paged by token. */
    default @Nullable String nextToken() {
        return null;
    }
}
