package io.github.mailgunreactor.optimize;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How much harm mail to an address may do to the sender's reputation.
 *
 * @param value Mailgun's word
 */
public record AddressRisk(String value) implements OpenValue {
    /** Little. */
    public static final AddressRisk LOW = new AddressRisk("low");
    /** Some. */
    public static final AddressRisk MEDIUM = new AddressRisk("medium");
    /** Much. */
    public static final AddressRisk HIGH = new AddressRisk("high");
    /** Nobody knows. */
    public static final AddressRisk UNKNOWN = new AddressRisk("unknown");
}
