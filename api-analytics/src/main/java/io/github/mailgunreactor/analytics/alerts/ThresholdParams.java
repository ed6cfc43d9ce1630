package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * What all thresholds may say.
 *
 * @param <S> the threshold that says it
 */
public abstract sealed class ThresholdParams<S extends ThresholdParams<S>> extends ParamSet<S>
        permits NewLimitThreshold, NewSendAlert {
    ThresholdParams(Params params, Function<Params, S> kind) {
        super(params, kind);
    }

    S required(
            String name,
            OpenValue metric,
            MetricComparator comparator,
            BigDecimal limit,
            ThresholdDimension dimension) {
        Objects.requireNonNull(limit, "limit");
        return with("name", Arguments.requireText("name", name))
                .with("metric", metric)
                .with("comparator", comparator)
                .with("limit", limit.toPlainString())
                .with("dimension", dimension);
    }

    /** Only what these conditions all let through. Default: everything. */
    public S filters(ThresholdFilter... filters) {
        return with(
                "filters", Arrays.stream(filters).map(ThresholdFilter::params).toList());
    }

    /** Over which time the metric is taken. */
    public S period(ThresholdPeriod period) {
        return with("period", period);
    }

    /** What it is for. */
    public S description(String description) {
        return with("description", description);
    }
}
