package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish for another DKIM authority.
 *
 * @param message Mailgun's words
 * @param changed whether the authority is another one now
 * @param sendingDnsRecords what the DNS needs now for sending
 */
public record DkimAuthority(
        @Nullable String message,
        @Nullable Boolean changed,
        @JsonProperty("sending_dns_records") List<DnsRecord> sendingDnsRecords) {}
