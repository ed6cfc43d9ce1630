package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that the DNS of a domain should have.
 *
 * @param recordType its type
 * @param name its name; {@code null} for the domain's own
 * @param value its value
 * @param priority the priority of an MX record
 * @param valid what Mailgun found when it last looked
 * @param cached the values that it found
 * @param isActive whether Mailgun uses the record; a DKIM key that does not sign is not active
 */
public record DnsRecord(
        @JsonProperty("record_type") @Nullable DnsRecordType recordType,
        @Nullable String name,
        @Nullable String value,
        @Nullable String priority,
        @Nullable DnsValidity valid,
        List<String> cached,
        @JsonProperty("is_active") @Nullable Boolean isActive) {

    /** Whether Mailgun found the record as it should be. */
    public boolean isValid() {
        return valid != null && valid.value().equalsIgnoreCase(DnsValidity.VALID.value());
    }
}
