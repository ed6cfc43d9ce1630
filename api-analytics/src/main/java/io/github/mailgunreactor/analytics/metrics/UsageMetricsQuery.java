package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.analytics.AnalyticsDuration;
import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.SortOrder;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which figures of an account's use of services to give. */
public final class UsageMetricsQuery extends TimeRangeQuery<UsageMetricsQuery> {
    private static final int LARGEST_PAGE = 1500;

    private UsageMetricsQuery(Params params) {
        super(params);
    }

    @Override
    protected UsageMetricsQuery copy(Params params) {
        return new UsageMetricsQuery(params);
    }

    /**
     * A query of the last seven days, not told apart.
     *
     * @param metrics one or more
     */
    public static UsageMetricsQuery of(UsageMetric... metrics) {
        return new UsageMetricsQuery(Params.NONE).with("metrics", Arguments.requireOneOrMore("metrics", metrics));
    }

    /** How far to reach back from the end, in place of a start. */
    public UsageMetricsQuery duration(AnalyticsDuration duration) {
        return with("duration", duration);
    }

    /** How long the stretches of {@link Dimension#TIME} are. Default: {@link Resolution#DAY}. */
    public UsageMetricsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /**
     * What to tell apart: there is an item for each combination of values that occurred.
     *
     * @param dimensions {@link Dimension#SUBACCOUNT}, {@link Dimension#TIME} or both
     */
    public UsageMetricsQuery dimensions(Dimension... dimensions) {
        for (Dimension dimension : dimensions) {
            if (!dimension.equals(Dimension.SUBACCOUNT) && !dimension.equals(Dimension.TIME)) {
                throw new IllegalArgumentException("dimensions must be subaccount, time or both");
            }
        }
        return with("dimensions", Arguments.requireOneOrMore("dimensions", dimensions));
    }

    /** Only what it lets through. */
    public UsageMetricsQuery filter(Filter<Dimension> filter) {
        return with("filter", filter);
    }

    /** Whether to count the use of all subaccounts too. Default: {@code false}. */
    public UsageMetricsQuery includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** Whether to give the metrics over all items too, in {@link MetricsPage#aggregates()}. Default: {@code false}. */
    public UsageMetricsQuery includeAggregates(boolean include) {
        return with("include_aggregates", include);
    }

    /** How to sort: by a dimension or a metric, by its wire name. */
    public UsageMetricsQuery sort(String column, SortOrder order) {
        return sorted(column, order);
    }

    /**
     * How many items a page has.
     *
     * @param items 1 to 1500, which is the default
     */
    public UsageMetricsQuery pageSize(int items) {
        return pagination("limit", Arguments.requireRange("items", items, 1, LARGEST_PAGE));
    }

    /**
     * How many items to leave out at the beginning.
     *
     * @param items 0 or more
     */
    public UsageMetricsQuery skip(long items) {
        return pagination("skip", Arguments.requireRange("items", items, 0, Long.MAX_VALUE));
    }
}
