package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.math.BigDecimal;

/** A send alert to be made, or what one is to be changed to. */
public final class NewSendAlert extends ThresholdParams<NewSendAlert> {
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
        return new NewSendAlert(Params.NONE).required(name, metric, comparator, limit, dimension);
    }

    /**
     * The ways the alert takes. Default: none.
     *
     * @param channels one or more
     */
    public NewSendAlert channels(AlertChannel... channels) {
        return with("alert_channels", Arguments.requireOneOrMore("channels", channels));
    }
}
