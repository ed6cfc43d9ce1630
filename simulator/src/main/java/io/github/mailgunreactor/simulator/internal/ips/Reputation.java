package io.github.mailgunreactor.simulator.internal.ips;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a health check looks at. The live API does not publish its thresholds; these are the simulator's.
 *
 * @param bounceRate the share of messages that bounced, 0 to 1
 * @param complaintRate the share of messages that were complained about, 0 to 1
 * @param processedCount how many messages there were
 */
public record Reputation(
        @Nullable BigDecimal bounceRate,
        @Nullable BigDecimal complaintRate,
        @Nullable Long processedCount) {
    static final String GOOD = "dynamic_good";
    static final String POOR = "dynamic_poor";
    static final String NEW = "dynamic_new";

    static final Reputation UNKNOWN = new Reputation(null, null, null);

    private static final BigDecimal POOR_BOUNCE_RATE = new BigDecimal("0.05");
    private static final BigDecimal POOR_COMPLAINT_RATE = new BigDecimal("0.001");
    private static final long ENOUGH_TO_TELL = 1000;

    /** The pool that a domain of this reputation belongs into. */
    String band() {
        if (countBand().equals(NEW)) {
            return NEW;
        }
        return rateBand(bounceRate, POOR_BOUNCE_RATE).equals(POOR)
                        || rateBand(complaintRate, POOR_COMPLAINT_RATE).equals(POOR)
                ? POOR
                : GOOD;
    }

    /** Why it belongs there. */
    String reason() {
        return switch (band()) {
            case NEW -> "processed_count below threshold";
            case GOOD -> "Multiple metrics in good threshold";
            default ->
                rateBand(bounceRate, POOR_BOUNCE_RATE).equals(POOR)
                        ? "bounce_rate in poor threshold"
                        : "complaint_rate in poor threshold";
        };
    }

    /** Each thing that was checked, with the pool it speaks for. */
    JsonObject results() {
        return JsonObject.of("bounce_rate", result(bounceRate, rateBand(bounceRate, POOR_BOUNCE_RATE)))
                .and("complaint_rate", result(complaintRate, rateBand(complaintRate, POOR_COMPLAINT_RATE)))
                .and("processed_count", result(processedCount, countBand()));
    }

    JsonObject figures() {
        return JsonObject.of("bounce_rate", bounceRate)
                .and("complaint_rate", complaintRate)
                .and("processed_count", processedCount);
    }

    private String countBand() {
        return processedCount == null || processedCount < ENOUGH_TO_TELL ? NEW : GOOD;
    }

    private static String rateBand(@Nullable BigDecimal rate, BigDecimal poor) {
        return rate != null && rate.compareTo(poor) >= 0 ? POOR : GOOD;
    }

    private static Map<String, Object> result(@Nullable Object value, String band) {
        return Map.of("value", value == null ? 0 : value, "band", band);
    }
}
