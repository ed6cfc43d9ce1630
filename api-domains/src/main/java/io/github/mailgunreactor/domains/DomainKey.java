package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A DKIM key.
 *
 * @param signingDomain the domain that it belongs to
 * @param selector its name within that domain
 * @param dnsRecord the record with its public part that the DNS should have
 */
public record DomainKey(
        @JsonProperty("signing_domain") String signingDomain,
        String selector,
        @JsonProperty("dns_record") @Nullable DnsRecord dnsRecord) {}
