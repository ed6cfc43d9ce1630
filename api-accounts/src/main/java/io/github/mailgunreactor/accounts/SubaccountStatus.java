package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether a subaccount can be used.
 *
 * @param value the status as Mailgun names it
 */
public record SubaccountStatus(String value) implements OpenValue {
    /** It can. */
    public static final SubaccountStatus OPEN = new SubaccountStatus("open");
    /** Its calls are refused until it is enabled again. */
    public static final SubaccountStatus DISABLED = new SubaccountStatus("disabled");
    /** It is gone and cannot be brought back. */
    public static final SubaccountStatus CLOSED = new SubaccountStatus("closed");
}
