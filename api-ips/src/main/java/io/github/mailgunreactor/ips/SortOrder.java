package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The direction of a sorted listing.
 *
 * @param value the direction as Mailgun names it
 */
public record SortOrder(String value) implements OpenValue {
    public static final SortOrder ASCENDING = new SortOrder("ascending");
    public static final SortOrder DESCENDING = new SortOrder("descending");
}
