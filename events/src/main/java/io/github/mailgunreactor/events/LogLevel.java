package io.github.mailgunreactor.events;

import io.github.mailgunreactor.core.OpenValue;

/**
 * How much an event asks for attention.
 *
 * @param value the level as Mailgun names it
 */
public record LogLevel(String value) implements OpenValue {
    /** As it should be. */
    public static final LogLevel INFO = new LogLevel("info");
    /** Worth a look. */
    public static final LogLevel WARN = new LogLevel("warn");
    /** A failure. */
    public static final LogLevel ERROR = new LogLevel("error");
}
