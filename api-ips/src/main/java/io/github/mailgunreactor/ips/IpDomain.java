package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain that sends from an address.
 *
 * @param ips all addresses of the domain
 * @param linkedAt when the domain got the address
 */
public record IpDomain(
        String domain,
        List<String> ips,
        @JsonProperty("linked_at") @Nullable Instant linkedAt) {}
