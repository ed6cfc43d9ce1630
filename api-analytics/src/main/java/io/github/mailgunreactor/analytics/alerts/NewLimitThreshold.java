package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/** A limit to be made, or what one is to be changed to. */
public final class NewLimitThreshold extends ParamSet<NewLimitThreshold> {
    private NewLimitThreshold(Params params) {
        super(params, NewLimitThreshold::new);
    }

    /**
     * What is required.
     *
     * @param name unique in the account
     * @param metric what is watched
     * @param comparator how the metric is compared with the limit
     * @param limit a count
     * @param dimension what to group by: each value is compared by itself
     */
    public static NewLimitThreshold of(
            String name,
            LimitMetric metric,
            MetricComparator comparator,
            BigDecimal limit,
            ThresholdDimension dimension) {
        Objects.requireNonNull(limit, "limit");
        return new NewLimitThreshold(Params.NONE)
                .with("name", Arguments.requireText("name", name))
                .with("metric", metric)
                .with("comparator", comparator)
                .with("limit", limit.toPlainString())
                .with("dimension", dimension);
    }

    /** Only what these conditions all let through. Default: everything. */
    public NewLimitThreshold filters(ThresholdFilter... filters) {
        return with(
                "filters", Arrays.stream(filters).map(ThresholdFilter::params).toList());
    }

    /** Over which time the metric is taken. */
    public NewLimitThreshold period(ThresholdPeriod period) {
        return with("period", period);
    }

    /** What it is for. */
    public NewLimitThreshold description(String description) {
        return with("description", description);
    }
}
