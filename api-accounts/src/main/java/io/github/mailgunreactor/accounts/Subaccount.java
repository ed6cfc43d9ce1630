package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subaccount.
 *
 * @param id identifies it, to act for it for instance
 * @param name what it was named
 * @param status whether it can be used
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param features its features by Mailgun's names, such as {@code validations}, as far as the response tells of them
 */
public record Subaccount(
        String id,
        @Nullable String name,
        @Nullable SubaccountStatus status,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        Map<String, Feature> features) {}
