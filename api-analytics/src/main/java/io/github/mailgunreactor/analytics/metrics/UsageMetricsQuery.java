package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.GroupedQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/**
 * Which figures of an account's use of services to give, grouped by {@link Dimension#SUBACCOUNT}, {@link Dimension#TIME},
 * both or nothing.
 */
public final class UsageMetricsQuery extends GroupedQuery<UsageMetricsQuery, Dimension> {
    private static final int LARGEST_PAGE = 1500;

    private UsageMetricsQuery(Params params) {
        super(params, UsageMetricsQuery::new);
    }

    @Override
    protected int largestPage() {
        return LARGEST_PAGE;
    }

    @Override
    protected void checkDimensions(List<Dimension> dimensions) {
        for (Dimension dimension : dimensions) {
            if (!dimension.equals(Dimension.SUBACCOUNT) && !dimension.equals(Dimension.TIME)) {
                throw new IllegalArgumentException("dimensions must be subaccount, time or both");
            }
        }
    }

    /**
     * A query of the last seven days, not grouped.
     *
     * @param metrics one or more
     */
    public static UsageMetricsQuery of(UsageMetric... metrics) {
        return new UsageMetricsQuery(Params.NONE).with("metrics", Arguments.requireOneOrMore("metrics", metrics));
    }

    /** Whether to give the metrics over all items too, in {@link MetricsPage#aggregates()}. Default: {@code false}. */
    public UsageMetricsQuery includeAggregates(boolean include) {
        return with("include_aggregates", include);
    }
}
