package io.github.mailgunreactor.events;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether a failure is for good.
 *
 * @param value the severity as Mailgun names it
 */
public record Severity(String value) implements OpenValue {
    /** There is another attempt later. */
    public static final Severity TEMPORARY = new Severity("temporary");
    /** There is no further attempt. */
    public static final Severity PERMANENT = new Severity("permanent");
}
