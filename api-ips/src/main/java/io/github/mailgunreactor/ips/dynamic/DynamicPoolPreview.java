package io.github.mailgunreactor.ips.dynamic;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a health check would put a domain.
 *
 * @param pool the pool it would come into
 * @param results what was checked, by name: {@code bounce_rate}, {@code complaint_rate}, {@code processed_count}
 */
public record DynamicPoolPreview(@Nullable DynamicPool pool, Map<String, Check> results) {

    /**
     * One thing that was checked.
     *
     * @param value a share from 0 to 1, or a count
     * @param band the pool that this value alone speaks for
     */
    public record Check(
            @Nullable BigDecimal value, @Nullable DynamicPool band) {}
}
