package io.github.mailgunreactor.suppressions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address, or a whole domain of recipients, that never gets onto the list of bounces.
 *
 * @param type whether it is an address or a domain
 * @param value the address or the domain
 * @param createdAt when it was allowed
 * @param reason why, if it was said
 */
public record AllowlistEntry(
        @Nullable AllowlistType type,
        String value,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @Nullable String reason) {}
