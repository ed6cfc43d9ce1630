package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a key belongs to.
 *
 * @param value the kind as Mailgun names it
 */
public record KeyKind(String value) implements OpenValue {
    /** A sending domain; such a key has the role {@link KeyRole#SENDING}. */
    public static final KeyKind DOMAIN = new KeyKind("domain");
    /** A user, whose role it has. */
    public static final KeyKind USER = new KeyKind("user");
    /** The session of a user in a browser: at most one day, and not bound by the IP allowlist. */
    public static final KeyKind WEB = new KeyKind("web");
}
