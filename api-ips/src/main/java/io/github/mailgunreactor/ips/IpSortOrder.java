package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The direction of a sorted listing.
 *
 * @param value the direction as Mailgun names it
 */
public record IpSortOrder(String value) implements OpenValue {
    public static final IpSortOrder ASCENDING = new IpSortOrder("ascending");
    public static final IpSortOrder DESCENDING = new IpSortOrder("descending");
}
