package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Which way a list is sorted.
 *
 * @param value the order as Mailgun names it
 */
public record SortOrder(String value) implements OpenValue {
    /** Lowest first. */
    public static final SortOrder ASCENDING = new SortOrder("asc");
    /** Highest first. */
    public static final SortOrder DESCENDING = new SortOrder("desc");
}
