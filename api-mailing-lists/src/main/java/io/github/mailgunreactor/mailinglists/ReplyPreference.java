package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Where replies to what came over a mailing list go.
 *
 * @param value the preference as Mailgun names it
 */
public record ReplyPreference(String value) implements OpenValue {
    /** To the list. */
    public static final ReplyPreference LIST = new ReplyPreference("list");
    /** To whoever sent the message. */
    public static final ReplyPreference SENDER = new ReplyPreference("sender");
}
