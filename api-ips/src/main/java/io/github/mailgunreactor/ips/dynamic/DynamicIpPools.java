package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic IP pools of an account and their addresses.
 *
 * @param goodReputation the addresses of {@link DynamicPool#GOOD}
 * @param poorReputation the addresses of {@link DynamicPool#POOR}
 * @param newSenders the addresses of {@link DynamicPool#NEW}
 * @param pools each pool with its id; not in the response that sets the addresses
 * @param message Mailgun's confirmation, where it gives one
 */
public record DynamicIpPools(
        @JsonProperty("good_reputation") List<String> goodReputation,
        @JsonProperty("poor_reputation") List<String> poorReputation,
        @JsonProperty("new_senders") List<String> newSenders,
        List<Pool> pools,
        @Nullable String message) {

    /**
     * One pool.
     *
     * @param enabled whether domains are put into it
     * @param ips its addresses
     */
    public record Pool(
            String id,
            @JsonProperty("account_id") @Nullable String accountId,
            @Nullable DynamicPool name,
            @Nullable Boolean enabled,
            List<String> ips) {}
}
