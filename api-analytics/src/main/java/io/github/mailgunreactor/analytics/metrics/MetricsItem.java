package io.github.mailgunreactor.analytics.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one combination of the dimensions' values.
 *
 * @param dimensions the combination, in the order asked for
 * @param metrics the metrics
 */
public record MetricsItem(
        List<DimensionValue> dimensions, @Nullable MetricValues metrics) {

    /** The value of a dimension, or {@code null} where it was not asked for. */
    public @Nullable String value(Dimension dimension) {
        for (DimensionValue each : dimensions) {
            if (dimension.equals(each.dimension())) {
                return each.value();
            }
        }
        return null;
    }

    /**
     * The value of a dimension.
     *
     * @param dimension the dimension
     * @param value its value; of time an RFC 2822 date
     * @param displayValue the same for people to read
     */
    public record DimensionValue(
            @Nullable Dimension dimension,
            @Nullable String value,
            @JsonProperty("display_value") @Nullable String displayValue) {}
}
