package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How long the stretches of time are that are counted by themselves.
 *
 * @param value the resolution as Mailgun names it
 */
public record Resolution(String value) implements OpenValue {
    /** Hours. */
    public static final Resolution HOUR = new Resolution("hour");
    /** Days, in UTC. */
    public static final Resolution DAY = new Resolution("day");
    /** Months, in UTC. */
    public static final Resolution MONTH = new Resolution("month");
}
