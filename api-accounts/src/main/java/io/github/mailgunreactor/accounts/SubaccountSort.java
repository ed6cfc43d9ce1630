package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The order of a list of subaccounts, by name.
 *
 * @param value the order as Mailgun names it
 */
public record SubaccountSort(String value) implements OpenValue {
    /** From A to Z. */
    public static final SubaccountSort NAME = new SubaccountSort("asc");
    /** From Z to A. */
    public static final SubaccountSort NAME_DESCENDING = new SubaccountSort("desc");
}
