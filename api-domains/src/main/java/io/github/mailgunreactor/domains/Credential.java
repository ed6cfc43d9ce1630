package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP user of a domain.
 *
 * @param login the user's name, an address
 * @param mailbox the same address
 * @param createdAt when the user was added
 * @param sizeBytes how much mail the user has stored, where the response has it
 */
public record Credential(
        String login,
        @Nullable String mailbox,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("size_bytes") @Nullable Long sizeBytes) {}
