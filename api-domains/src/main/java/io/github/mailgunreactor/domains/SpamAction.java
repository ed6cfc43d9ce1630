package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What happens to inbound messages that look like spam.
 *
 * @param value the action as Mailgun names it
 */
public record SpamAction(String value) implements OpenValue {
    /** Nothing: there is no spam filter. */
    public static final SpamAction DISABLED = new SpamAction("disabled");
    /** They are not delivered. */
    public static final SpamAction BLOCK = new SpamAction("block");
    /** They get a header that says so. */
    public static final SpamAction TAG = new SpamAction("tag");
}
