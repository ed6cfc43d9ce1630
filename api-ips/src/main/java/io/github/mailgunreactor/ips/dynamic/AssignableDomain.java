package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A domain that is not enrolled in dynamic IP pools.
 *
 * @param accountId the account or subaccount it belongs to
 */
public record AssignableDomain(
        String id,
        @Nullable String name,
        @JsonProperty("account_id") @Nullable String accountId) {}
