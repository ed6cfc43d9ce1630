package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The name of a dynamic IP pool.
 *
 * @param value the name as Mailgun has it
 */
public record DynamicPool(String value) implements OpenValue {
    /** Domains with a good reputation. */
    public static final DynamicPool GOOD = new DynamicPool("dynamic_good");
    /** Domains with a poor reputation. */
    public static final DynamicPool POOR = new DynamicPool("dynamic_poor");
    /** Domains that have sent too little to have a reputation. */
    public static final DynamicPool NEW = new DynamicPool("dynamic_new");
}
