package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a user may do.
 *
 * @param value the role as Mailgun names it
 */
public record UserRole(String value) implements OpenValue {
    /** Everything. */
    public static final UserRole ADMIN = new UserRole("admin");
    /** An analyst, who may read figures. */
    public static final UserRole BASIC = new UserRole("basic");
    /** Invoices and payment. */
    public static final UserRole BILLING = new UserRole("billing");
    /** Domains, keys and sending, but neither users nor payment. */
    public static final UserRole DEVELOPER = new UserRole("developer");
    /** Logs, suppressions and mailing lists. */
    public static final UserRole SUPPORT = new UserRole("support");
}
