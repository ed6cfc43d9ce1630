package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Params;
import java.math.BigDecimal;

/** A limit to be made, or what one is to be changed to. */
public final class NewLimitThreshold extends ThresholdParams<NewLimitThreshold> {
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
        return new NewLimitThreshold(Params.NONE).required(name, metric, comparator, limit, dimension);
    }
}
