package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/**
 * A condition of a threshold.
 *
 * @param dimension what is compared
 * @param comparator how
 * @param values with what; any of them may match
 */
public record ThresholdFilter(ThresholdDimension dimension, FilterComparator comparator, List<String> values) {

    Params params() {
        return Params.NONE
                .with("dimension", dimension)
                .with("comparator", comparator)
                .with("values", values);
    }
}
