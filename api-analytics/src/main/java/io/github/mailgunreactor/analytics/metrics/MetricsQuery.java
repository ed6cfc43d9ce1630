package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.GroupedQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/**
 * Which metrics to give, of which messages, and grouped by what:
 *
 * <pre>{@code
 * MetricsQuery.of(Metric.DELIVERED_COUNT, Metric.OPENED_RATE)
 *         .timeRange(TimeRange.last(Duration.ofDays(1)))
 *         .groupBy(Dimension.DOMAIN)
 * }</pre>
 */
public final class MetricsQuery extends GroupedQuery<MetricsQuery, Dimension> {
    private static final int LARGEST_PAGE = 1500;

    private MetricsQuery(Params params) {
        super(params, MetricsQuery::new);
    }

    @Override
    protected int largestPage() {
        return LARGEST_PAGE;
    }

    @Override
    protected void checkDimensions(List<Dimension> dimensions) {
        // Metrics can be grouped by any.
    }

    /**
     * A query of all messages of the last seven days, not grouped.
     *
     * @param metrics one or more
     */
    public static MetricsQuery of(Metric... metrics) {
        return new MetricsQuery(Params.NONE).with("metrics", Arguments.requireOneOrMore("metrics", metrics));
    }

    /** Whether to give the metrics over all items too, in {@link MetricsPage#aggregates()}. Default: {@code false}. */
    public MetricsQuery includeAggregates(boolean include) {
        return with("include_aggregates", include);
    }
}
