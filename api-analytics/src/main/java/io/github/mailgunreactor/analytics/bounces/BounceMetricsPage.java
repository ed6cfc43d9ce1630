package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.Pagination;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.core.PageBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of classified bounces.
 *
 * @param start where the time asked for begins
 * @param end where it ends
 * @param resolution how long the stretches of time are
 * @param duration how far it reaches back, such as {@code 24h0m0s}
 * @param dimensions what it is grouped by
 * @param pagination which part of the list it is
 * @param items one for each combination of values with bounces or delays
 */
public record BounceMetricsPage(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Resolution resolution,
        @Nullable String duration,
        List<BounceDimension> dimensions,
        @Nullable Pagination pagination,
        @JsonProperty(required = true) List<BounceMetricsItem> items)
        implements PageBody<BounceMetricsItem> {

    @Override
    public @Nullable Long total() {
        return pagination == null ? null : pagination.total();
    }
}
