package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.GroupedQuery;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.util.List;

/**
 * Which figures of classified bounces to give, grouped by what; not by {@link BounceDimension#TAG} and
 * {@link BounceDimension#TAGS} both.
 */
public final class BounceMetricsQuery extends GroupedQuery<BounceMetricsQuery, BounceDimension> {
    private static final int LARGEST_PAGE = 50;

    private BounceMetricsQuery(Params params) {
        super(params, BounceMetricsQuery::new);
    }

    @Override
    protected int largestPage() {
        return LARGEST_PAGE;
    }

    @Override
    protected void checkDimensions(List<BounceDimension> dimensions) {
        if (dimensions.contains(BounceDimension.TAG) && dimensions.contains(BounceDimension.TAGS)) {
            throw new IllegalArgumentException("dimensions must not have tag and tags both");
        }
    }

    /**
     * A query of the last seven days, not grouped.
     *
     * @param metrics one or more
     */
    public static BounceMetricsQuery of(BounceMetric... metrics) {
        return new BounceMetricsQuery(Params.NONE)
                .with("metrics", Arguments.requireOneOrMore("metrics", metrics))
                .pageSize(LARGEST_PAGE);
    }

    /**
     * How long the groups of {@link BounceDimension#TIMESTAMP} are.
     *
     * @param resolution {@link Resolution#HOUR} or {@link Resolution#DAY}, which is the default
     */
    @Override
    public BounceMetricsQuery resolution(Resolution resolution) {
        if (resolution.equals(Resolution.MONTH)) {
            throw new IllegalArgumentException("resolution must be hour or day");
        }
        return super.resolution(resolution);
    }

    @Override
    protected String text(Duration duration) {
        return duration.toHours() + "h" + duration.toMinutesPart() + "m" + duration.toSecondsPart() + "s";
    }

    @Override
    protected String monthsText(int months) {
        throw new IllegalArgumentException("bounces have no duration in months");
    }
}
