package io.github.mailgunreactor.events;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How bad a failure is.
 *
 * @param value the severity as Mailgun names it
 */
public record Severity(String value) implements OpenValue {
    /** Delivery is tried again. */
    public static final Severity TEMPORARY = new Severity("temporary");
    /** The message is dropped. */
    public static final Severity PERMANENT = new Severity("permanent");
}
