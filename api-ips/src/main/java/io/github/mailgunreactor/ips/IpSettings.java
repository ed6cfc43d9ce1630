package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where mail spills over to that the addresses of an account or domain cannot take.
 *
 * @param extraDedicatedIps the addresses that take it; {@code null} where a response only confirms a change
 * @param message Mailgun's confirmation of a change
 */
public record IpSettings(
        @JsonProperty("extra_dedicated_ips") @Nullable ExtraDedicatedIps extraDedicatedIps,
        @Nullable String message) {

    /**
     * The dedicated IP pool that takes it.
     *
     * @param poolId the id of the pool; {@code null} or empty for none
     */
    public record ExtraDedicatedIps(
            @JsonProperty("pool_id") @Nullable String poolId) {}
}
