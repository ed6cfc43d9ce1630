package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Domains that are not enrolled in dynamic IP pools.
 *
 * @param items the domains
 */
public record AssignableDomains(
        @JsonProperty(required = true) List<AssignableDomain> items) {

    /**
     * One domain.
     *
     * @param accountId the account or subaccount it belongs to
     */
    public record AssignableDomain(
            String id,
            @Nullable String name,
            @JsonProperty("account_id") @Nullable String accountId) {}
}
