package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What an alert tells of. {@link AlertsApi#listEventTypes} lists those that an account can have.
 *
 * @param value the event as Mailgun names it
 */
public record AlertEventType(String value) implements OpenValue {
    /** An IP address was put on a blocklist. */
    public static final AlertEventType IP_LISTED = new AlertEventType("ip_listed");
    /** An IP address was taken off a blocklist. */
    public static final AlertEventType IP_DELISTED = new AlertEventType("ip_delisted");
    /** A domain was put on a blocklist. */
    public static final AlertEventType DOMAIN_LISTED = new AlertEventType("domain_listed");
    /** A domain was taken off a blocklist. */
    public static final AlertEventType DOMAIN_DELISTED = new AlertEventType("domain_delisted");
}
