package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How a threshold compares its metric to its limit.
 *
 * @param value the comparator as Mailgun writes it
 */
public record MetricComparator(String value) implements OpenValue {
    /** Equal to the limit. */
    public static final MetricComparator EQUALS = new MetricComparator("=");
    /** Other than the limit. */
    public static final MetricComparator NOT_EQUALS = new MetricComparator("!=");
    /** Below the limit. */
    public static final MetricComparator LESS_THAN = new MetricComparator("<");
    /** At the limit or below. */
    public static final MetricComparator AT_MOST = new MetricComparator("<=");
    /** Above the limit. */
    public static final MetricComparator GREATER_THAN = new MetricComparator(">");
    /** At the limit or above. */
    public static final MetricComparator AT_LEAST = new MetricComparator(">=");
}
