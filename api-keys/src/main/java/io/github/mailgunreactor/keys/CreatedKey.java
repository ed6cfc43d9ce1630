package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made.
 *
 * @param message Mailgun's confirmation
 * @param key the key; {@code null} where Mailgun did not say its id
 * @param secret the key itself, which no other response has
 */
public record CreatedKey(
        @Nullable String message,
        @Nullable ApiKey key,
        @Nullable Secret secret) {

    /**
     * Reads the key inside of {@code key} or beside the message: nobody can ask for a lost secret again, so it is found also
     * where the response is thinner than it should be.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CreatedKey read(Told response) {
        Told told = response.key == null ? response : response.key;
        return new CreatedKey(response.message, told.apiKey(), told.secret == null ? response.secret : told.secret);
    }

    /** An {@link ApiKey} of which anything may be missing, and what stands around it. */
    record Told(
            @Nullable String message,
            @Nullable Told key,
            @Nullable String id,
            @Nullable String description,
            @Nullable KeyKind kind,
            @Nullable KeyRole role,
            @JsonProperty("created_at") @Nullable Instant createdAt,
            @JsonProperty("updated_at") @Nullable Instant updatedAt,
            @JsonProperty("expires_at") @Nullable Instant expiresAt,
            @JsonProperty("is_disabled") @Nullable Boolean disabled,
            @JsonProperty("disabled_reason") @Nullable String disabledReason,
            @JsonProperty("domain_name") @Nullable String domain,
            @Nullable String requestor,
            @JsonProperty("user_name") @Nullable String userName,
            @Nullable Secret secret) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Told {}

        /** The key as a text is what one would want of it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Told ofSecret(String secret) {
            return new Told(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Secret.of(secret));
        }

        @Nullable
        ApiKey apiKey() {
            return id == null
                    ? null
                    : new ApiKey(
                            id,
                            description,
                            kind,
                            role,
                            createdAt,
                            updatedAt,
                            expiresAt,
                            disabled,
                            disabledReason,
                            domain,
                            requestor,
                            userName,
                            secret);
        }
    }
}
