package io.github.mailgunreactor.analytics.metrics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of metrics, as many as were asked for.
 *
 * @param values by the metric's wire name
 */
public record MetricValues(@JsonValue Map<String, BigDecimal> values) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MetricValues {
        // An absent value may be written as null.
        if (hasNull(values)) {
            values = new LinkedHashMap<>(values);
            values.values().removeIf(Objects::isNull);
        }
        values = Map.copyOf(values);
    }

    private static boolean hasNull(Map<String, BigDecimal> values) {
        for (BigDecimal value : values.values()) {
            if (Objects.isNull(value)) {
                return true;
            }
        }
        return false;
    }

    /** A count, or {@code null} where it was not asked for or is no whole number. */
    public @Nullable Long count(CountMetric metric) {
        return count(metric.value());
    }

    /** A count, or {@code null} where it was not asked for or is no whole number. */
    public @Nullable Long count(UsageMetric metric) {
        return count(metric.value());
    }

    /** A rate, a fraction of one, or {@code null} where it was not asked for. */
    public @Nullable BigDecimal rate(RateMetric metric) {
        return values.get(metric.value());
    }

    private @Nullable Long count(String name) {
        BigDecimal value = values.get(name);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException notACount) {
            return null;
        }
    }
}
