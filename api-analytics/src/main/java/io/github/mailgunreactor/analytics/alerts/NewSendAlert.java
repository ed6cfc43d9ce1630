package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/** A send alert to be made, or what one is to be changed to. */
public final class NewSendAlert extends ParamSet<NewSendAlert> {
    private NewSendAlert(Params params) {
        super(params, NewSendAlert::new);
    }

    /**
     * What is required.
     *
     * @param name unique in the account
     * @param metric what is watched
     * @param comparator how the metric is compared with the limit
     * @param limit a fraction of one, such as 0.05
     * @param dimension what to group by: each value is compared by itself
     */
    public static NewSendAlert of(
            String name,
            AlertMetric metric,
            MetricComparator comparator,
            BigDecimal limit,
            ThresholdDimension dimension) {
        Objects.requireNonNull(limit, "limit");
        return new NewSendAlert(Params.NONE)
                .with("name", Arguments.requireText("name", name))
                .with("metric", metric)
                .with("comparator", comparator)
                .with("limit", limit.toPlainString())
                .with("dimension", dimension);
    }

    /**
     * The ways the alert takes. Default: none.
     *
     * @param channels one or more
     */
    public NewSendAlert channels(AlertChannel... channels) {
        return with("alert_channels", Arguments.requireOneOrMore("channels", channels));
    }

    /** Only what these conditions all let through. Default: everything. */
    public NewSendAlert filters(ThresholdFilter... filters) {
        return with(
                "filters", Arrays.stream(filters).map(ThresholdFilter::params).toList());
    }

    /** Over which time the metric is taken. */
    public NewSendAlert period(ThresholdPeriod period) {
        return with("period", period);
    }

    /** What it is for. */
    public NewSendAlert description(String description) {
        return with("description", description);
    }
}
