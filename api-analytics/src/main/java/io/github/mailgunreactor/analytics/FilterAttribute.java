package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.OpenValue;
import java.util.Set;

/** What a {@link Filter} looks at. Each query has an enumeration of its own. */
public sealed interface FilterAttribute extends OpenValue permits Dimension, LogAttribute, BounceDimension {

    /**
     * Refuses what the attribute cannot be compared with.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    default void checkComparator(FilterComparator comparator) {
        Set<FilterComparator> ordering = Set.of(
                FilterComparator.LESS_THAN,
                FilterComparator.AT_MOST,
                FilterComparator.GREATER_THAN,
                FilterComparator.AT_LEAST);
        if (ordering.contains(comparator)) {
            throw new IllegalArgumentException("comparator of " + value() + " must be =, !=, contains or not contains");
        }
    }
}
