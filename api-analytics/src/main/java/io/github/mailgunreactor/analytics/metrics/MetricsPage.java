package io.github.mailgunreactor.analytics.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Pagination;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.core.PageBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of metrics.
 *
 * @param start where the time asked for begins
 * @param end where it ends
 * @param resolution how long the groups are when grouped by time
 * @param duration how far it reaches back, such as {@code 7d}
 * @param dimensions what it is grouped by
 * @param pagination which part of the list it is
 * @param items one for each combination of the dimensions' values
 * @param aggregates the metrics over all items, if they were asked for
 */
public record MetricsPage(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Resolution resolution,
        @Nullable String duration,
        List<Dimension> dimensions,
        @Nullable Pagination pagination,
        @JsonProperty(required = true) List<MetricsItem> items,
        @Nullable Aggregates aggregates)
        implements PageBody<MetricsItem> {

    @Override
    public @Nullable Long total() {
        return pagination == null ? null : pagination.total();
    }

    /**
     * The metrics over all items.
     *
     * @param metrics their values
     */
    public record Aggregates(@Nullable MetricValues metrics) {}
}
