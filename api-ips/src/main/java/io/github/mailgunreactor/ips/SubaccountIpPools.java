package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dedicated IP pools an account has delegated to which subaccounts.
 *
 * @param items the delegations
 * @param totalCount how many they are
 */
public record SubaccountIpPools(
        @JsonProperty(required = true) List<Delegation> items,
        @JsonProperty("total_count") @Nullable Long totalCount) {

    /**
     * A pool that a subaccount uses.
     *
     * @param poolId the pool; {@code null} for a subaccount without one
     */
    public record Delegation(
            @JsonProperty("subaccount_id") String subaccountId,
            @JsonProperty("pool_id") @Nullable String poolId) {}
}
