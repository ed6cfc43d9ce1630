package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param id identifies the key, to delete it for instance; it is not the key itself
 * @param description what the key is for
 * @param kind what it belongs to
 * @param role what it may do
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param expiresAt when it stops working; {@code null} for never
 * @param isDisabled whether it is disabled
 * @param disabledReason why it is disabled
 * @param domain the sending domain of a key of kind {@link KeyKind#DOMAIN}
 * @param requestor the address of whoever asked for it
 * @param userName the name of the user it is for
 * @param secret the key itself, only in the response that made it
 */
public record ApiKey(
        String id,
        @Nullable String description,
        @Nullable KeyKind kind,
        @Nullable KeyRole role,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("expires_at") @Nullable Instant expiresAt,
        @JsonProperty("is_disabled") @Nullable Boolean isDisabled,
        @JsonProperty("disabled_reason") @Nullable String disabledReason,
        @JsonProperty("domain_name") @Nullable String domain,
        @Nullable String requestor,
        @JsonProperty("user_name") @Nullable String userName,
        @Nullable Secret secret) {}
