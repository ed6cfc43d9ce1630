package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The type of a DNS record.
 *
 * @param value the type as it stands in zone files
 */
public record DnsRecordType(String value) implements OpenValue {
    /** An IPv4 address. */
    public static final DnsRecordType A = new DnsRecordType("A");
    /** An alias. */
    public static final DnsRecordType CNAME = new DnsRecordType("CNAME");
    /** Where mail is received. */
    public static final DnsRecordType MX = new DnsRecordType("MX");
    /** A text, such as SPF or a DKIM key. */
    public static final DnsRecordType TXT = new DnsRecordType("TXT");
}
