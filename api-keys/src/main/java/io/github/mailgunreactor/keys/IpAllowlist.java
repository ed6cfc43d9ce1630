package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which the keys of an account may be used.
 *
 * @param addresses the addresses; none for everywhere
 */
public record IpAllowlist(@JsonProperty(required = true) List<Entry> addresses) {

    /**
     * One address.
     *
     * @param ipAddress an IP address or a range in CIDR notation
     * @param description whose it is
     */
    public record Entry(
            @JsonProperty("ip_address") String ipAddress,
            @Nullable String description) {}
}
