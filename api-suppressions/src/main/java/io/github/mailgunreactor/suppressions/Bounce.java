package io.github.mailgunreactor.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that Mailgun no longer sends to, because its server refused a message for good.
 *
 * @param address the recipient
 * @param code the SMTP code, such as {@code 550}
 * @param error what the receiving server said
 * @param createdAt when it bounced
 */
public record Bounce(
        String address,
        @Nullable String code,
        @Nullable String error,
        @JsonProperty("created_at") @Nullable Instant createdAt) {}
