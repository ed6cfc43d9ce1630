package io.github.mailgunreactor.simulator.internal.analytics;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which events are behind a metric, as the documentation of logs defines it. */
public final class MetricEvents {
    private static final Map<String, Predicate<MessageEvent>> BY_NAME = new LinkedHashMap<>();

    /** Rates with what they divide by what. */
    private static final Map<String, List<String>> RATES = Map.ofEntries(
            Map.entry("delivered_rate", List.of("delivered", "sent")),
            Map.entry("opened_rate", List.of("opened", "delivered")),
            Map.entry("clicked_rate", List.of("clicked", "delivered")),
            Map.entry("unique_opened_rate", List.of("unique_opened", "delivered")),
            Map.entry("unique_clicked_rate", List.of("unique_clicked", "delivered")),
            Map.entry("unsubscribed_rate", List.of("unsubscribed", "delivered")),
            Map.entry("complained_rate", List.of("complained", "delivered")),
            Map.entry("bounce_rate", List.of("bounced", "sent")),
            Map.entry("hard_bounce_rate", List.of("hard_bounces", "sent")),
            Map.entry("soft_bounce_rate", List.of("soft_bounces", "sent")),
            Map.entry("fail_rate", List.of("failed", "sent")),
            Map.entry("permanent_fail_rate", List.of("permanent_failed", "sent")),
            Map.entry("temporary_fail_rate", List.of("temporary_failed", "sent")),
            Map.entry("delayed_rate", List.of("delivered_two_plus_attempts", "delivered")),
            Map.entry("delayed_first_attempt_rate", List.of("delayed_first_attempt", "processed")));

    static {
        BY_NAME.put(
                "accepted_incoming", e -> e.hasType("accepted") && e.message().incoming());
        BY_NAME.put(
                "accepted_outgoing", e -> e.hasType("accepted") && !e.message().incoming());
        BY_NAME.put("accepted", e -> e.hasType("accepted"));
        BY_NAME.put(
                "delivered_smtp",
                e -> e.hasType("delivered") && e.message().transport().equals("smtp"));
        BY_NAME.put(
                "delivered_http",
                e -> e.hasType("delivered") && e.message().transport().equals("http"));
        BY_NAME.put("delivered_optimized", e -> false);
        BY_NAME.put("delivered", e -> e.hasType("delivered"));
        BY_NAME.put("stored", e -> e.hasType("stored"));
        BY_NAME.put("opened", e -> e.hasType("opened"));
        BY_NAME.put("clicked", e -> e.hasType("clicked"));
        BY_NAME.put("unique_opened", e -> e.hasType("opened") && e.unique());
        BY_NAME.put("unique_clicked", e -> e.hasType("clicked") && e.unique());
        BY_NAME.put("complained", e -> e.hasType("complained"));
        BY_NAME.put("unsubscribed", e -> e.hasType("unsubscribed"));
        BY_NAME.put("failed", e -> e.hasType("failed"));
        BY_NAME.put("processed", e -> e.hasType("delivered") || e.hasType("failed"));
        BY_NAME.put("sent", e -> e.hasType("delivered") || (e.hasType("failed") && !e.suppressed()));
        BY_NAME.put("temporary_failed", e -> e.failed("temporary"));
        BY_NAME.put("permanent_failed", e -> e.failed("permanent"));
        BY_NAME.put("esp_block", e -> e.because("espblock"));
        BY_NAME.put("temporary_failed_esp_block", e -> e.because("espblock") && e.failed("temporary"));
        BY_NAME.put("permanent_failed_esp_block", e -> e.because("espblock") && e.failed("permanent"));
        BY_NAME.put("rate_limit", e -> false);
        BY_NAME.put("webhook", e -> false);
        BY_NAME.put("webhook_failure", e -> false);
        BY_NAME.put("permanent_failed_optimized", e -> false);
        BY_NAME.put("permanent_failed_old", e -> e.failed("permanent") && e.because("old"));
        BY_NAME.put("bounced", e -> e.failed("permanent") && !e.suppressed());
        BY_NAME.put("hard_bounces", e -> "hard".equals(e.delivery().bounceType()));
        BY_NAME.put("soft_bounces", e -> "soft".equals(e.delivery().bounceType()));
        BY_NAME.put("delayed_bounce", e -> false);
        BY_NAME.put("suppressed_bounces", e -> e.because("suppress-bounce"));
        BY_NAME.put("suppressed_unsubscribed", e -> e.because("suppress-unsubscribe"));
        BY_NAME.put("suppressed_complaints", e -> e.because("suppress-complaint"));
        BY_NAME.put(
                "delivered_first_attempt",
                e -> e.hasType("delivered") && e.delivery().attempt() == 1);
        BY_NAME.put(
                "delivered_subsequent",
                e -> e.hasType("delivered") && e.delivery().attempt() > 1);
        BY_NAME.put(
                "delivered_two_plus_attempts",
                e -> e.hasType("delivered") && e.delivery().attempt() > 1);
        BY_NAME.put(
                "delayed_first_attempt",
                e -> (e.hasType("delivered") && e.delivery().attempt() > 1)
                        || (e.failed("permanent") && e.because("old")));
    }

    private MetricEvents() {}

    /** The events of a metric event; refuses a name that is none. */
    static Predicate<MessageEvent> named(String name) {
        return Refusal.requireNonNull(BY_NAME.get(name), 400, "'" + name + "' is not a valid metric event");
    }

    static boolean isMetric(String metric) {
        return RATES.containsKey(metric)
                || (metric.endsWith("_count") && BY_NAME.containsKey(metric.substring(0, metric.length() - 6)));
    }

    /** The value of a metric over events: a count, or a rate as text with four digits. */
    public static Object value(String metric, Collection<MessageEvent> events) {
        List<String> rate = RATES.get(metric);
        if (rate == null) {
            return count(metric.substring(0, metric.length() - 6), events);
        }
        return ratio(count(rate.get(0), events), count(rate.get(1), events)).toPlainString();
    }

    static long count(String name, Collection<MessageEvent> events) {
        return events.stream().filter(named(name)).count();
    }

    private static BigDecimal ratio(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(4)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    /** Every count over events, by the name of its metric. */
    static JsonObject all(Collection<MessageEvent> events) {
        JsonObject values = new JsonObject();
        BY_NAME.keySet().stream()
                .filter(name -> !name.equals("webhook_failure"))
                .forEach(name -> values.put(name + "_count", count(name, events)));
        RATES.keySet().forEach(rate -> values.put(rate, value(rate, events)));
        return values;
    }
}
