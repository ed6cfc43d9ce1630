package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.analytics.AnalyticsDuration;
import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.SortOrder;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/**
 * Which metrics to give, of which messages, and told apart by what:
 *
 * <pre>{@code
 * MetricsQuery.of(Metric.DELIVERED_COUNT, Metric.OPENED_RATE)
 *         .duration(AnalyticsDuration.days(1))
 *         .dimensions(Dimension.DOMAIN)
 * }</pre>
 */
public final class MetricsQuery extends TimeRangeQuery<MetricsQuery> {
    private static final int LARGEST_PAGE = 1500;

    private MetricsQuery(Params params) {
        super(params);
    }

    @Override
    protected MetricsQuery copy(Params params) {
        return new MetricsQuery(params);
    }

    /**
     * A query of all messages of the last seven days, not told apart.
     *
     * @param metrics one or more
     */
    public static MetricsQuery of(Metric... metrics) {
        return new MetricsQuery(Params.NONE).with("metrics", Arguments.requireOneOrMore("metrics", metrics));
    }

    /** How far to reach back from the end, in place of a start. */
    public MetricsQuery duration(AnalyticsDuration duration) {
        return with("duration", duration);
    }

    /** How long the stretches of {@link Dimension#TIME} are. Default: {@link Resolution#DAY}. */
    public MetricsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /** What to tell apart: there is an item for each combination of values that occurred. */
    public MetricsQuery dimensions(Dimension... dimensions) {
        return with("dimensions", Arguments.requireOneOrMore("dimensions", dimensions));
    }

    /** Only messages that it lets through. */
    public MetricsQuery filter(Filter<Dimension> filter) {
        return with("filter", filter);
    }

    /** Whether to count the messages of all subaccounts too. Default: {@code false}. */
    public MetricsQuery includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** Whether to give the metrics over all items too, in {@link MetricsPage#aggregates()}. Default: {@code false}. */
    public MetricsQuery includeAggregates(boolean include) {
        return with("include_aggregates", include);
    }

    /** How to sort: by a dimension or a metric, by its wire name. */
    public MetricsQuery sort(String column, SortOrder order) {
        return sorted(column, order);
    }

    /**
     * How many items a page has.
     *
     * @param items 1 to 1500, which is the default
     */
    public MetricsQuery pageSize(int items) {
        return pagination("limit", Arguments.requireRange("items", items, 1, LARGEST_PAGE));
    }

    /**
     * How many items to leave out at the beginning.
     *
     * @param items 0 or more
     */
    public MetricsQuery skip(long items) {
        return pagination("skip", Arguments.requireRange("items", items, 0, Long.MAX_VALUE));
    }
}
