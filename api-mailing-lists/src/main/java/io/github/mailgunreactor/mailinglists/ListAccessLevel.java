package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Who may send to a mailing list.
 *
 * @param value the level as Mailgun names it
 */
public record ListAccessLevel(String value) implements OpenValue {
    /** Only the account, over the API or with its SMTP credentials. */
    public static final ListAccessLevel READONLY = new ListAccessLevel("readonly");
    /** The account and the members. */
    public static final ListAccessLevel MEMBERS = new ListAccessLevel("members");
    /** Everyone. */
    public static final ListAccessLevel EVERYONE = new ListAccessLevel("everyone");
}
