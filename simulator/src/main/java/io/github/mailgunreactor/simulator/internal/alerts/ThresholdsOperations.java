package io.github.mailgunreactor.simulator.internal.alerts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.analytics.MetricEvents;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Send alerts, checked against the traffic when hits are asked for, and limits, of which nothing is ever used up. */
public final class ThresholdsOperations implements Operations {
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private static final List<String> COMPARATORS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> DIMENSIONS =
            List.of("domain", "ip", "ip_pool", "recipient_provider", "subaccount");
    private static final List<String> FIELDS = List.of(
            "name", "metric", "comparator", "limit", "dimension", "alert_channels", "filters", "period", "description");

    private static final Kind ALERTS = new Kind(
            "/v1/thresholds/alerts/send",
            List.of("hard_bounce_rate", "temporary_fail_rate", "delivered_rate", "complained_rate"));
    private static final Kind LIMITS =
            new Kind("/v1/thresholds/limits", List.of("email_preview_success_count", "seed_test_count"));

    private record Kind(String path, List<String> metrics) {}

    /** The thresholds of an account by kind and name, each with the fields of its response. */
    private static final class Thresholds {
        private final Map<String, Map<String, @Nullable Object>> alerts = new LinkedHashMap<>();
        private final Map<String, Map<String, @Nullable Object>> limits = new LinkedHashMap<>();
    }

    @Override
    public void register(Routes routes) {
        for (Kind kind : List.of(ALERTS, LIMITS)) {
            routes.add(GET, kind.path(), request -> list(request, kind));
            routes.add(POST, kind.path(), request -> create(request, kind));
            routes.add(GET, kind.path() + "/{name}", request -> SimulatedResponse.ok(required(request, kind)));
            routes.add(PUT, kind.path() + "/{name}", request -> change(request, kind));
            routes.add(DELETE, kind.path() + "/{name}", request -> delete(request, kind));
        }
        routes.add(GET, "/v1/thresholds/hits", ThresholdsOperations::hits);
    }

    private static Map<String, Map<String, @Nullable Object>> all(SimulatedRequest request, Kind kind) {
        Thresholds thresholds = request.global(Thresholds.class, Thresholds::new);
        return kind.equals(ALERTS) ? thresholds.alerts : thresholds.limits;
    }

    private static SimulatedResponse list(SimulatedRequest request, Kind kind) {
        List<Object> items = new ArrayList<>(all(request, kind).values());
        return SimulatedResponse.ok(Map.of("items", items, "total", items.size()));
    }

    private static SimulatedResponse create(SimulatedRequest request, Kind kind) {
        JsonObject threshold = JsonObject.of("id", request.state().randomHex(32))
                .and("parent_account_id", request.account().parent())
                .and("subaccount_id", request.account().id())
                .and("created_at", request.now().toString())
                .and("updated_at", NEVER)
                .and("last_checked", NEVER);
        fill(threshold, request.jsonObject(), kind);
        String name = String.valueOf(threshold.get("name"));
        if (all(request, kind).putIfAbsent(name, threshold) != null) {
            throw new Refusal(400, "threshold with name '" + name + "' already exists");
        }
        return SimulatedResponse.ok(threshold);
    }

    private static void fill(Map<String, @Nullable Object> threshold, Map<String, @Nullable Object> sent, Kind kind) {
        for (String required : List.of("name", "metric", "comparator", "limit", "dimension")) {
            if (!(sent.get(required) instanceof String text) || text.isBlank()) {
                throw new Refusal(400, required + " is required");
            }
        }
        oneOf(sent, "metric", kind.metrics());
        oneOf(sent, "comparator", COMPARATORS);
        oneOf(sent, "dimension", DIMENSIONS);
        try {
            new BigDecimal(String.valueOf(sent.get("limit")));
        } catch (NumberFormatException notANumber) {
            throw new Refusal(400, "limit must be a number");
        }
        if (sent.get("period") != null && !String.valueOf(sent.get("period")).matches("[1-9]\\d{0,4}[hdM]")) {
            throw new Refusal(400, "period must be in a format such as 1h or 1d");
        }
        FIELDS.forEach(field -> threshold.remove(field));
        for (String field : FIELDS) {
            if (sent.get(field) != null) {
                threshold.put(field, sent.get(field));
            }
        }
    }

    private static void oneOf(Map<String, @Nullable Object> sent, String field, List<String> allowed) {
        Refusal.where(!allowed.contains(String.valueOf(sent.get(field))), 400, field + " must be one of " + allowed);
    }

    private static Map<String, @Nullable Object> required(SimulatedRequest request, Kind kind) {
        Map<String, @Nullable Object> threshold = all(request, kind).get(request.path("name"));
        if (threshold == null) {
            throw new Refusal(404, "threshold not found");
        }
        return threshold;
    }

    private static SimulatedResponse change(SimulatedRequest request, Kind kind) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(required(request, kind));
        fill(changed, request.jsonObject(), kind);
        changed.put("updated_at", request.now().toString());
        all(request, kind).remove(request.path("name"));
        all(request, kind).put(String.valueOf(changed.get("name")), changed);
        return SimulatedResponse.message(200, "Threshold updated");
    }

    private static SimulatedResponse delete(SimulatedRequest request, Kind kind) {
        required(request, kind);
        all(request, kind).remove(request.path("name"));
        return SimulatedResponse.message(200, "Threshold deleted");
    }

    private static SimulatedResponse hits(SimulatedRequest request) {
        List<Object> hits = new ArrayList<>();
        for (Map<String, @Nullable Object> alert : all(request, ALERTS).values()) {
            alert.put("last_checked", request.now().toString());
            String dimension = String.valueOf(alert.get("dimension"));
            Map<String, List<MessageEvent>> groups = new TreeMap<>();
            for (MessageEvent event :
                    Traffic.of(request).list(since(request.now(), alert.get("period")), request.now(), Traffic.ALL)) {
                for (String value : TrafficFilter.values(event, dimension, request.account())) {
                    groups.computeIfAbsent(value, v -> new ArrayList<>()).add(event);
                }
            }
            groups.forEach((value, events) -> {
                String rate = String.valueOf(MetricEvents.value(String.valueOf(alert.get("metric")), events));
                if (holds(rate, String.valueOf(alert.get("comparator")), String.valueOf(alert.get("limit")))) {
                    hits.add(hit(alert, request, value, rate));
                }
            });
        }
        return SimulatedResponse.ok(Map.of("items", hits, "total", hits.size()));
    }

    private static Instant since(Instant now, @Nullable Object period) {
        String text = period == null ? "1h" : period.toString();
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> now.minus(Duration.ofHours(count));
            case 'd' -> now.minus(Duration.ofDays(count));
            default -> now.minus(Duration.ofDays(30 * count));
        };
    }

    private static boolean holds(String value, String comparator, String limit) {
        int order = new BigDecimal(value).compareTo(new BigDecimal(limit));
        return switch (comparator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static JsonObject hit(
            Map<String, @Nullable Object> alert, SimulatedRequest request, String value, String rate) {
        JsonObject hit = new JsonObject();
        for (String field : List.of(
                "id", "name", "parent_account_id", "subaccount_id", "metric", "comparator", "limit", "dimension")) {
            hit.put(field, alert.get(field));
        }
        hit.put("created_at", request.now().toString());
        hit.put("updated_at", request.now().toString());
        hit.put("triggered", true);
        hit.put("expires_at", NEVER);
        hit.put("latest_value", rate);
        hit.put("dimension_value", value);
        return hit;
    }
}
