package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a key may do.
 *
 * @param value the role as Mailgun names it
 */
public record KeyRole(String value) implements OpenValue {
    /** Everything. */
    public static final KeyRole ADMIN = new KeyRole("admin");
    /** What an analyst may. */
    public static final KeyRole BASIC = new KeyRole("basic");
    /** Send messages for one domain, with a key of kind {@link KeyKind#DOMAIN}. */
    public static final KeyRole SENDING = new KeyRole("sending");
    /** What a developer may. */
    public static final KeyRole DEVELOPER = new KeyRole("developer");
}
