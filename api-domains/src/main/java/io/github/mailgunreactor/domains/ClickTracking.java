package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether links in messages are rewritten so that clicks can be counted.
 *
 * @param value the setting as Mailgun names it
 */
public record ClickTracking(String value) implements OpenValue {
    /** In HTML and in plain text. */
    public static final ClickTracking ON = new ClickTracking("true");
    /** Not at all. */
    public static final ClickTracking OFF = new ClickTracking("false");
    /** In HTML, while plain text stays as it is. */
    public static final ClickTracking HTML_ONLY = new ClickTracking("htmlonly");
}
