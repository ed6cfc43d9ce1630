package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A dedicated IP pool that an account has delegated to a subaccount.
 *
 * @param poolId the pool; {@code null} for a subaccount without one
 */
public record SubaccountIpPool(
        @JsonProperty("subaccount_id") String subaccountId,
        @JsonProperty("pool_id") @Nullable String poolId) {}
