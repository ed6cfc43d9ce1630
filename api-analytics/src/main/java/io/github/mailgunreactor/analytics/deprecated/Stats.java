package io.github.mailgunreactor.analytics.deprecated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.Resolution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics, one item for each stretch of time or each group.
 *
 * @param tag the tag that they are of
 * @param description what the tag is for
 * @param start where the time asked for begins
 * @param end where it ends
 * @param type what a group is
 * @param resolution how long the stretches of time are
 * @param stats the counts
 */
public record Stats(
        @Nullable String tag,
        @Nullable String description,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Type type,
        @Nullable Resolution resolution,
        @JsonProperty(required = true) List<StatsItem> stats) {

    /**
     * What statistics are grouped by.
     *
     * @param type the kind
     * @param key the value
     */
    public record Type(@Nullable String type, @Nullable String key) {}
}
