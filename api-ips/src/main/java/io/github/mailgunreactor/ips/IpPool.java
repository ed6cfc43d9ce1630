package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dedicated IP pool.
 *
 * @param poolId identifies the pool
 * @param name its short name
 * @param description what it is for
 * @param ips its addresses
 * @param isLinked whether domains send from it
 * @param linkedDomains the names of the domains that send from it; not in the list of all pools
 * @param isInherited whether it belongs to the parent account and can only be changed there
 * @param metadata more about its addresses
 */
public record IpPool(
        @JsonProperty("pool_id") String poolId,
        @Nullable String name,
        @Nullable String description,
        List<String> ips,
        @JsonProperty("is_linked") @Nullable Boolean isLinked,
        @JsonProperty("linked_domains") List<String> linkedDomains,
        @JsonProperty("is_inherited") @Nullable Boolean isInherited,
        @Nullable Metadata metadata) {

    /**
     * More about the addresses of a pool.
     *
     * @param assignments for an address, when it came into the pool
     */
    public record Metadata(Map<String, Assignment> assignments) {}

    /**
     * How an address belongs to a pool.
     *
     * @param linkedAt when it came into the pool
     */
    public record Assignment(
            @JsonProperty("linked_at") @Nullable Instant linkedAt) {}
}
