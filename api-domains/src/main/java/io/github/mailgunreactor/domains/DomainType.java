package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whose a domain is.
 *
 * @param value the type as Mailgun names it
 */
public record DomainType(String value) implements OpenValue {
    /** The account's own. */
    public static final DomainType CUSTOM = new DomainType("custom");
    /** Mailgun's, for trying it out with a few authorised recipients. It cannot be deleted. */
    public static final DomainType SANDBOX = new DomainType("sandbox");
}
