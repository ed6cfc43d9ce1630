package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.OpenValue;

/**
 * By what to sort addresses. Mailgun names no values: these are fields of the addresses, which may not all be sortable.
 *
 * @param value the field as Mailgun names it
 */
public record IpSort(String value) implements OpenValue {
    /** By the address itself. */
    public static final IpSort ADDRESS = new IpSort("address");
    /** By when the account got it. */
    public static final IpSort CREATED_AT = new IpSort("created_at");
}
