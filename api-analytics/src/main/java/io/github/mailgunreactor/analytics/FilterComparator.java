package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How a filter compares. Metrics know {@link #EQUALS}, {@link #NOT_EQUALS}, {@link #CONTAINS} and {@link #NOT_CONTAINS}; logs
 * and thresholds know the order of values too.
 *
 * @param value the comparator as Mailgun writes it
 */
public record FilterComparator(String value) implements OpenValue {
    /** Equal to one of the values. */
    public static final FilterComparator EQUALS = new FilterComparator("=");
    /** Equal to none of the values. */
    public static final FilterComparator NOT_EQUALS = new FilterComparator("!=");
    /** Contains one of the values. */
    public static final FilterComparator CONTAINS = new FilterComparator("contains");
    /** Contains none of the values. */
    public static final FilterComparator NOT_CONTAINS = new FilterComparator("not contains");
    /** Less than the value. */
    public static final FilterComparator LESS_THAN = new FilterComparator("<");
    /** Less than the value or equal to it. */
    public static final FilterComparator AT_MOST = new FilterComparator("<=");
    /** Greater than the value. */
    public static final FilterComparator GREATER_THAN = new FilterComparator(">");
    /** Greater than the value or equal to it. */
    public static final FilterComparator AT_LEAST = new FilterComparator(">=");
}
