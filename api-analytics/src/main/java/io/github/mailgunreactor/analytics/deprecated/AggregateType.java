package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a tag's counts can be grouped by.
 *
 * @param value the type as Mailgun names it
 */
public record AggregateType(String value) implements OpenValue {
    /** Countries. */
    public static final AggregateType COUNTRY = new AggregateType("country");
    /** Kinds of devices. */
    public static final AggregateType DEVICE = new AggregateType("device");
    /** Mail providers. */
    public static final AggregateType PROVIDER = new AggregateType("provider");
}
