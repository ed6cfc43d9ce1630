package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What an entry of the allowlist allows.
 *
 * @param value the type as Mailgun names it
 */
public record AllowlistType(String value) implements OpenValue {
    /** One address. */
    public static final AllowlistType ADDRESS = new AllowlistType("address");
    /** All addresses of a domain. */
    public static final AllowlistType DOMAIN = new AllowlistType("domain");
}
