package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain with the DNS records that it needs.
 *
 * @param domain the domain
 * @param sendingDnsRecords what it needs to send: SPF, DKIM, and the host of links for tracking
 * @param receivingDnsRecords what it needs to receive
 * @param message Mailgun's confirmation of a change
 */
public record DomainDetails(
        Domain domain,
        @JsonProperty("sending_dns_records") List<DnsRecord> sendingDnsRecords,
        @JsonProperty("receiving_dns_records") List<DnsRecord> receivingDnsRecords,
        @Nullable String message) {}
