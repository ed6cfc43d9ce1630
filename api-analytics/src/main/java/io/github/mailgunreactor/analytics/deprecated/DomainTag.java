package io.github.mailgunreactor.analytics.deprecated;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a domain.
 *
 * @param tag the tag
 * @param description what it is for
 * @param firstSeen when a message first had it
 * @param lastSeen when a message last had it
 */
public record DomainTag(
        String tag,
        @Nullable String description,
        @JsonProperty("first-seen") @Nullable Instant firstSeen,
        @JsonProperty("last-seen") @Nullable Instant lastSeen) {}
