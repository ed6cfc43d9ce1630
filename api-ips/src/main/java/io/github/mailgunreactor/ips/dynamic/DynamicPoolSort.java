package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.OpenValue;

/**
 * By what to sort the domains in dynamic IP pools.
 *
 * @param value the field as Mailgun names it
 */
public record DynamicPoolSort(String value) implements OpenValue {
    /** By the share of messages that bounced. */
    public static final DynamicPoolSort BOUNCE_RATE = new DynamicPoolSort("bounce_rate");
    /** By the share of messages that were complained about. */
    public static final DynamicPoolSort COMPLAINT_RATE = new DynamicPoolSort("complaint_rate");
    /** By name. */
    public static final DynamicPoolSort NAME = new DynamicPoolSort("name");
}
