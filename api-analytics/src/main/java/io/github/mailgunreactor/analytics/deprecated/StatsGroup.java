package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What statistics can be grouped by.
 *
 * @param value the group as Mailgun names it
 */
public record StatsGroup(String value) implements OpenValue {
    /** All together. */
    public static final StatsGroup TOTAL = new StatsGroup("total");
    /** The resolution. */
    public static final StatsGroup TIME = new StatsGroup("time");
    /** Days. */
    public static final StatsGroup DAY = new StatsGroup("day");
    /** Months. */
    public static final StatsGroup MONTH = new StatsGroup("month");
    /** Sending domains. */
    public static final StatsGroup DOMAIN = new StatsGroup("domain");
    /** IP addresses that sent. */
    public static final StatsGroup IP = new StatsGroup("ip");
    /** Mail providers of recipients. */
    public static final StatsGroup PROVIDER = new StatsGroup("provider");
    /** Tags. */
    public static final StatsGroup TAG = new StatsGroup("tag");
    /** Countries. */
    public static final StatsGroup COUNTRY = new StatsGroup("country");
}
