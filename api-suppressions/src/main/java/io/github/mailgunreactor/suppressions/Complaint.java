package io.github.mailgunreactor.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that Mailgun no longer sends to, because its owner marked a message as spam.
 *
 * @param address the recipient
 * @param createdAt when they complained
 */
public record Complaint(
        String address,
        @JsonProperty("created_at") @Nullable Instant createdAt) {}
