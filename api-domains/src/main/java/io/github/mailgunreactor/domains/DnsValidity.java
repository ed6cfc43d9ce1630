package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What Mailgun found when it last looked for a DNS record. Some answers write it in capitals: {@link DnsRecord#isValid()} takes both.
 *
 * @param value the finding as Mailgun names it
 */
public record DnsValidity(String value) implements OpenValue {
    /** The record is there as it should be. */
    public static final DnsValidity VALID = new DnsValidity("valid");
    /** There is another record. */
    public static final DnsValidity INVALID = new DnsValidity("invalid");
    /** Mailgun did not look yet, or found none. */
    public static final DnsValidity UNKNOWN = new DnsValidity("unknown");
}
