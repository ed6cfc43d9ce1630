package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What statistics can be asked for.
 *
 * @param value the event as Mailgun names it
 */
public record StatsEvent(String value) implements OpenValue {
    /** Messages accepted. */
    public static final StatsEvent ACCEPTED = new StatsEvent("accepted");
    /** Messages delivered. */
    public static final StatsEvent DELIVERED = new StatsEvent("delivered");
    /** Failures. */
    public static final StatsEvent FAILED = new StatsEvent("failed");
    /** Opens. */
    public static final StatsEvent OPENED = new StatsEvent("opened");
    /** Clicks. */
    public static final StatsEvent CLICKED = new StatsEvent("clicked");
    /** Unsubscribes. */
    public static final StatsEvent UNSUBSCRIBED = new StatsEvent("unsubscribed");
    /** Complaints. */
    public static final StatsEvent COMPLAINED = new StatsEvent("complained");
    /** Incoming messages that were stored. */
    public static final StatsEvent STORED = new StatsEvent("stored");
}
