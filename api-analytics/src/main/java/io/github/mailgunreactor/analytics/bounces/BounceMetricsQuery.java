package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.SortOrder;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.util.List;

/** Which figures of classified bounces to give, told apart by what. */
public final class BounceMetricsQuery extends TimeRangeQuery<BounceMetricsQuery> {
    private static final int LARGEST_PAGE = 50;

    private BounceMetricsQuery(Params params) {
        super(params);
    }

    @Override
    protected BounceMetricsQuery copy(Params params) {
        return new BounceMetricsQuery(params);
    }

    /**
     * A query of the last seven days, not told apart.
     *
     * @param metrics one or more
     */
    public static BounceMetricsQuery of(BounceMetric... metrics) {
        return new BounceMetricsQuery(Params.NONE)
                .with("metrics", Arguments.requireOneOrMore("metrics", metrics))
                .pageSize(LARGEST_PAGE);
    }

    /**
     * How far to reach back from the end, in place of a start.
     *
     * @param duration 1 second to 10 years, in whole seconds
     */
    public BounceMetricsQuery duration(Duration duration) {
        Arguments.requireRange("duration", duration, Duration.ofSeconds(1), Duration.ofDays(3660));
        if (!duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            throw new IllegalArgumentException("duration must be in whole seconds, but is " + duration);
        }
        return with(
                "duration", duration.toHours() + "h" + duration.toMinutesPart() + "m" + duration.toSecondsPart() + "s");
    }

    /**
     * How long the stretches of {@link BounceDimension#TIMESTAMP} are.
     *
     * @param resolution {@link Resolution#HOUR} or {@link Resolution#DAY}, which is the default
     */
    public BounceMetricsQuery resolution(Resolution resolution) {
        if (resolution.equals(Resolution.MONTH)) {
            throw new IllegalArgumentException("resolution must be hour or day");
        }
        return with("resolution", resolution);
    }

    /**
     * What to tell apart.
     *
     * @param dimensions one or more, but not {@link BounceDimension#TAG} and {@link BounceDimension#TAGS} both
     */
    public BounceMetricsQuery dimensions(BounceDimension... dimensions) {
        List<BounceDimension> all = Arguments.requireOneOrMore("dimensions", dimensions);
        if (all.contains(BounceDimension.TAG) && all.contains(BounceDimension.TAGS)) {
            throw new IllegalArgumentException("dimensions must not have tag and tags both");
        }
        return with("dimensions", all);
    }

    /** Only bounces that it lets through. */
    public BounceMetricsQuery filter(Filter<BounceDimension> filter) {
        return with("filter", filter);
    }

    /** Whether to count the bounces of all subaccounts too. Default: {@code false}. */
    public BounceMetricsQuery includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** How to sort: by a dimension or a metric, by its wire name. */
    public BounceMetricsQuery sort(String column, SortOrder order) {
        return sorted(column, order);
    }

    /**
     * How many items a page has.
     *
     * @param items 1 to 50, which is the default
     */
    public BounceMetricsQuery pageSize(int items) {
        return pagination("limit", Arguments.requireRange("items", items, 1, LARGEST_PAGE));
    }

    /**
     * How many items to leave out at the beginning.
     *
     * @param items 0 or more
     */
    public BounceMetricsQuery skip(long items) {
        return pagination("skip", Arguments.requireRange("items", items, 0, Long.MAX_VALUE));
    }
}
