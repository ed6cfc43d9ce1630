package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether, and in which part of a message, something is tracked.
 *
 * @param value the mode as Mailgun names it
 */
public record TrackingMode(String value) implements OpenValue {
    /** In all parts. */
    public static final TrackingMode YES = new TrackingMode("yes");
    /** Not at all. */
    public static final TrackingMode NO = new TrackingMode("no");
    /** In the HTML part only: links of the text part stay as they are. */
    public static final TrackingMode HTML_ONLY = new TrackingMode("htmlonly");
}
