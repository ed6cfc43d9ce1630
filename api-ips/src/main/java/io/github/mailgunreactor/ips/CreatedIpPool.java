package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A dedicated IP pool that was made.
 *
 * @param poolId identifies the pool
 * @param message Mailgun's confirmation
 */
public record CreatedIpPool(
        @JsonProperty("pool_id") String poolId, @Nullable String message) {}
