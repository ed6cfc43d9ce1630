package io.github.mailgunreactor.simulator.internal.analytics;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.traffic.BounceRule;
import io.github.mailgunreactor.simulator.internal.traffic.EventJson;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Classified bounces, computed from the failures of the traffic by {@link BounceRule}s. */
public final class BounceClassificationOperations implements Operations {
    private static final PageLimit METRICS_LIMIT = new PageLimit(10, 50);
    private static final PageLimit LIMIT = PageLimit.DEFAULT;
    private static final List<String> DIMENSIONS = List.of(
            "entity-name",
            "domain.name",
            "envelope.sending-ip",
            "account.name",
            "envelope.i-ip-pool-name",
            "tags",
            "tag",
            "recipient-domain",
            "group-id",
            "criticality",
            "severity",
            "category",
            "timestamp");
    /** Filters take all dimensions but the last, the time. */
    private static final List<String> ATTRIBUTES = DIMENSIONS.subList(0, DIMENSIONS.size() - 1);
    /** Longer than any plan of Mailgun keeps logs. */
    private static final Duration RETENTION = Duration.ofDays(366);

    @Override
    public void register(Routes routes) {
        routes.add(POST, "/v2/bounce-classification/metrics", BounceClassificationOperations::metrics)
                .readOnly();
        routes.add(GET, "/v1/bounce-classification/stats", BounceClassificationOperations::stats);
        routes.add(GET, "/v1/bounce-classification/domains", BounceClassificationOperations::domains);
        routes.add(
                GET, "/v1/bounce-classification/domains/{domain}/entities", BounceClassificationOperations::entities);
        routes.add(
                GET,
                "/v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules",
                BounceClassificationOperations::rules);
        routes.add(GET, "/v1/bounce-classification/domains/{domain}/events", BounceClassificationOperations::events);
        routes.add(
                GET, "/v1/bounce-classification/config/entities", BounceClassificationOperations::configuredEntities);
        routes.add(GET, "/v1/bounce-classification/config/rules", BounceClassificationOperations::configuredRules);
    }

    private static SimulatedResponse metrics(SimulatedRequest request) {
        Map<String, @Nullable Object> query = request.jsonObject();
        TimeRange range = MetricsOperations.range(request, query);
        Refusal.where(
                range.end().isBefore(request.now().minus(RETENTION)),
                400,
                "end " + TimeRange.numeric(range.end()) + " is out of permitted log retention");
        List<String> dimensions = MetricsOperations.texts(query, "dimensions");
        for (String dimension : dimensions) {
            Refusal.where(!DIMENSIONS.contains(dimension), 400, "'" + dimension + "' is not a valid dimension");
        }
        Refusal.where(
                dimensions.contains("tag") && dimensions.contains("tags"),
                400,
                "dimensions tag and tags are not compatible");
        Predicate<MessageEvent> condition = TrafficFilter.json(query.get("filter"), request.account(), ATTRIBUTES);
        Map<List<String>, List<MessageEvent>> groups = new TreeMap<>(Comparator.comparing(Object::toString));
        for (MessageEvent event : Traffic.of(request).list(range.start(), range.end(), condition)) {
            List<String> values = new ArrayList<>();
            dimensions.forEach(dimension -> values.add(value(event, dimension, range, request.account())));
            groups.computeIfAbsent(values, key -> new ArrayList<>()).add(event);
        }
        groups.values().removeIf(events -> events.stream().noneMatch(BounceRule::applies));
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> metrics = MetricsOperations.texts(query, "metrics");
        groups.forEach((values, events) -> {
            JsonObject item = new JsonObject();
            for (int i = 0; i < dimensions.size(); i++) {
                item.put(dimensions.get(i), values.get(i));
            }
            item.put("metrics", counts(events, metrics));
            rows.add(item);
        });
        Map<?, ?> pagination = query.get("pagination") instanceof Map<?, ?> map ? map : Map.of();
        sort(rows, dimensions, counts(List.of(), metrics).keySet(), pagination.get("sort"));
        return SimulatedResponse.ok(JsonObject.of("start", TimeRange.numeric(range.start()))
                .and("end", TimeRange.numeric(range.end()))
                .and("resolution", range.resolution())
                .andIfPresent("duration", range.duration())
                .and("dimensions", dimensions)
                .andAll(PageStyles.bodySkipLimit(request, METRICS_LIMIT, Rows.of(rows), row -> row)));
    }

    private static void sort(
            List<Map<String, Object>> rows, List<String> dimensions, Set<String> metrics, @Nullable Object sort) {
        if (sort == null || sort.equals("")) {
            return;
        }
        String[] parts = sort.toString().split(":", -1);
        String by = parts[0];
        Comparator<Map<String, Object>> order;
        if (dimensions.contains(by)) {
            order = Comparator.comparing(row -> String.valueOf(row.get(by)));
        } else if (metrics.contains(by)) {
            order = Comparator.comparing(row ->
                    new BigDecimal(String.valueOf(((Map<?, ?>) Objects.requireNonNull(row.get("metrics"))).get(by))));
        } else {
            throw new Refusal(400, "sort should be either one of metrics or dimensions");
        }
        rows.sort(parts.length > 1 && parts[1].equals("desc") ? order.reversed() : order);
    }

    private static String value(MessageEvent event, String dimension, TimeRange range, Account account) {
        if (dimension.equals("timestamp")) {
            return TimeRange.numeric(range.piece(event.timestamp()));
        }
        List<String> values = TrafficFilter.values(event, dimension, account);
        return dimension.equals("tags") ? String.join(", ", values) : values.isEmpty() ? "" : values.get(0);
    }

    private static JsonObject counts(List<MessageEvent> events, List<String> wanted) {
        JsonObject all = new JsonObject();
        long delivered = MetricEvents.count("delivered_smtp", events);
        long failures = events.stream().filter(BounceRule::applies).count();
        for (boolean critical : new boolean[] {true, false}) {
            for (String severity : List.of("permanent", "temporary")) {
                long count = events.stream()
                        .filter(event -> BounceRule.applies(event)
                                && event.failed(severity)
                                && BounceRule.of(event).critical() == critical)
                        .count();
                String name = (critical ? "critical_" : "non_critical_")
                        + (severity.equals("permanent") ? "bounce" : "delay");
                all.put(name + "_count", count);
                all.put(
                        name + "_rate",
                        BigDecimal.valueOf(count * 100)
                                .divide(
                                        BigDecimal.valueOf(Math.max(1, delivered + failures)),
                                        2,
                                        RoundingMode.HALF_UP));
            }
        }
        all.put("delivered_smtp_count", delivered);
        all.put("classified_failures_count", failures);
        JsonObject counts = new JsonObject();
        (wanted.isEmpty() ? List.copyOf(all.keySet()) : wanted).forEach(name -> {
            Refusal.where(!all.containsKey(name), 400, "'" + name + "' is not a valid metric");
            counts.put(name, all.get(name));
        });
        return counts;
    }

    private static List<MessageEvent> bounces(SimulatedRequest request, Predicate<MessageEvent> condition) {
        return Traffic.of(request)
                .list(
                        Instant.MIN,
                        Instant.MAX,
                        condition.and(event -> BounceRule.applies(event) && event.failed("permanent")));
    }

    private static Map<String, Integer> counted(List<MessageEvent> events, Function<MessageEvent, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(key.apply(event), 1, Integer::sum));
        return counts;
    }

    private static String entityId(MessageEvent event) {
        return event.message().provider().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static SimulatedResponse stats(SimulatedRequest request) {
        String group = request.query().first("group");
        List<MessageEvent> bounces = bounces(request, event -> true);
        int limit = (int) PageLimit.number("limit", request.query().first("limit"), Integer.MAX_VALUE, 1);
        Map<String, Integer> counts = counted(bounces, event -> switch (String.valueOf(group)) {
            case "subaccount.id" -> request.account().id();
            case "domain.name" -> event.message().domain();
            case "entity-id" -> entityId(event);
            default -> BounceRule.of(event).id();
        });
        List<Object> items = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(limit)
                .forEach(count -> {
                    JsonObject item = new JsonObject();
                    switch (String.valueOf(group)) {
                        case "subaccount.id" -> item.put("subaccount", Map.of("id", count.getKey()));
                        case "domain.name" -> item.put("domain", Map.of("name", count.getKey()));
                        case "entity-id" -> item.put("entity-id", count.getKey());
                        default -> item.put("rule-id", count.getKey());
                    }
                    item.put("bounced", Map.of("total", count.getValue()));
                    items.add(item);
                });
        return SimulatedResponse.ok(Map.of("items", items, "_duration", "0s"));
    }

    private static SimulatedResponse domains(SimulatedRequest request) {
        String query = request.query().first("query");
        String only = query == null ? null : query.substring(query.indexOf(':') + 1);
        Map<String, Integer> counts = counted(
                bounces(
                        request,
                        event -> only == null || event.message().domain().equals(only)),
                event -> event.message().domain());
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request,
                LIMIT,
                "total",
                Rows.of(List.copyOf(counts.entrySet())),
                count -> Map.of(
                        "domain", Map.of("name", count.getKey()), "bounced", Map.of("total", count.getValue()))));
    }

    private static SimulatedResponse entities(SimulatedRequest request) {
        List<MessageEvent> bounces = bounces(request, StatsOperations.of(StatsOperations.domain(request)));
        Map<String, String> names = new TreeMap<>();
        bounces.forEach(event -> names.put(entityId(event), event.message().provider()));
        List<Object> items = new ArrayList<>();
        counted(bounces, BounceClassificationOperations::entityId)
                .forEach((id, count) -> items.add(JsonObject.of("entity-id", id)
                        .and("entity-name", String.valueOf(names.get(id)))
                        .and("bounced", Map.of("total", count))));
        return SimulatedResponse.ok(Map.of("items", items));
    }

    private static SimulatedResponse rules(SimulatedRequest request) {
        String entity = request.path("entity-id");
        Map<String, Integer> counts = counted(
                bounces(
                        request,
                        StatsOperations.of(StatsOperations.domain(request))
                                .and(event -> entityId(event).equals(entity))),
                event -> BounceRule.of(event).id());
        List<Object> items = new ArrayList<>();
        for (BounceRule rule : BounceRule.ALL) {
            if (counts.containsKey(rule.id())) {
                items.add(Map.of(
                        "rule-id", rule.id(),
                        "category", rule.category(),
                        "severity", "PERMANENT",
                        "sample-text", rule.sample(),
                        "explanation", rule.explanation(),
                        "bounced", Map.of("total", counts.get(rule.id()))));
            }
        }
        return SimulatedResponse.ok(Map.of("items", items));
    }

    private static SimulatedResponse events(SimulatedRequest request) {
        Parameters query = request.query();
        String rule = query.first("rule-id");
        String entity = query.first("entity-id");
        if (rule == null && !query.has("page")) {
            throw new Refusal(400, "rule-id is required");
        }
        Predicate<MessageEvent> condition = StatsOperations.of(StatsOperations.domain(request))
                .and(event -> rule == null || BounceRule.of(event).id().equals(rule))
                .and(event -> entity == null || entityId(event).equals(entity));
        return SimulatedResponse.ok(PageStyles.urlToken(
                request,
                LIMIT,
                Rows.of(bounces(request, condition)),
                event -> EventJson.log(event, request.account(), request.baseUrl())));
    }

    private static SimulatedResponse configuredEntities(SimulatedRequest request) {
        Map<String, Object> entities = new TreeMap<>();
        for (String name : List.of("Gmail", "Yahoo", "Outlook US", "Apple", "AOL", "Other US")) {
            entities.put(name.toLowerCase(Locale.ROOT).replace(' ', '-'), Map.of("name", name));
        }
        return SimulatedResponse.ok(entities);
    }

    private static SimulatedResponse configuredRules(SimulatedRequest request) {
        JsonObject rules = new JsonObject();
        for (BounceRule rule : BounceRule.ALL) {
            rules.put(
                    rule.id(),
                    Map.of(
                            "class", rule.category(),
                            "sample-text", rule.sample(),
                            "explanation", rule.explanation(),
                            "short-explanation", rule.explanation()));
        }
        return SimulatedResponse.ok(rules);
    }
}
