package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An address from which the keys of an account may be used.
 *
 * @param ipAddress an IP address or a range in CIDR notation
 * @param description whose it is
 */
public record AllowedAddress(
        @JsonProperty("ip_address") String ipAddress,
        @Nullable String description) {}
