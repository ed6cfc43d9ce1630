package io.github.mailgunreactor.simulator.internal.analytics;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Metrics, computed from the traffic; usage metrics, of which only {@code processed_count} is ever above zero. */
public final class MetricsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(1500, 1500);
    private static final List<String> DIMENSIONS = List.of(
            "bot",
            "country",
            "ip_pool",
            "recipient_domain",
            "recipient_provider",
            "ip",
            "domain",
            "tag",
            "device",
            "subaccount",
            "time");

    /** One combination of values of the dimensions, and its events. */
    private record Group(List<String> values, List<MessageEvent> events) {}

    @Override
    public void register(Routes routes) {
        routes.add(POST, "/v1/analytics/metrics", request -> metrics(request, false))
                .readOnly();
        routes.add(POST, "/v1/analytics/usage/metrics", request -> metrics(request, true))
                .readOnly();
    }

    private static SimulatedResponse metrics(SimulatedRequest request, boolean usage) {
        Map<String, @Nullable Object> query = request.jsonObject();
        TimeRange range = range(request, query);
        List<String> metrics = texts(query, "metrics");
        for (String metric : metrics) {
            Refusal.where(!usage && !MetricEvents.isMetric(metric), 400, "'" + metric + "' is not a valid metric");
        }
        List<String> dimensions = texts(query, "dimensions");
        for (String dimension : dimensions) {
            Refusal.where(!DIMENSIONS.contains(dimension), 400, "'" + dimension + "' is not a valid dimension");
        }
        List<MessageEvent> events = Traffic.of(request)
                .list(
                        range.start(),
                        range.end(),
                        TrafficFilter.json(query.get("filter"), request.account(), DIMENSIONS));
        List<Group> groups = groups(events, dimensions, range, request.account());
        Map<?, ?> pagination = query.get("pagination") instanceof Map<?, ?> map ? map : Map.of();
        sort(groups, dimensions, metrics, pagination.get("sort"));
        JsonObject response = JsonObject.of("start", TimeRange.numeric(range.start()))
                .and("end", TimeRange.numeric(range.end()))
                .and("resolution", range.resolution())
                .andIfPresent("duration", range.duration())
                .and("dimensions", dimensions)
                .andAll(PageStyles.bodySkipLimit(
                        request, LIMIT, Rows.of(groups), group -> item(group, dimensions, metrics, usage)));
        if (Boolean.TRUE.equals(query.get("include_aggregates"))) {
            response.put("aggregates", Map.of("metrics", values(metrics, events, usage)));
        }
        return SimulatedResponse.ok(response);
    }

    static TimeRange range(SimulatedRequest request, Map<String, @Nullable Object> query) {
        return TimeRange.of(
                query.get("start"),
                query.get("end"),
                query.get("resolution"),
                query.get("duration"),
                Duration.ofDays(7),
                request.now());
    }

    /** A list of texts, empty where there is none. */
    static List<String> texts(Map<String, @Nullable Object> query, String name) {
        List<String> texts = new ArrayList<>();
        if (query.get(name) instanceof List<?> list) {
            list.forEach(text -> texts.add(String.valueOf(text)));
        }
        return texts;
    }

    private static List<Group> groups(
            List<MessageEvent> events, List<String> dimensions, TimeRange range, Account account) {
        Map<List<String>, Group> groups = new TreeMap<>(Comparator.comparing(Object::toString));
        for (MessageEvent event : events) {
            for (List<String> values : combinations(event, dimensions, range, account)) {
                groups.computeIfAbsent(values, key -> new Group(key, new ArrayList<>()))
                        .events()
                        .add(event);
            }
        }
        return new ArrayList<>(groups.values());
    }

    /** All combinations that an event counts for: several if it has several tags, none if it lacks a dimension. */
    private static List<List<String>> combinations(
            MessageEvent event, List<String> dimensions, TimeRange range, Account account) {
        List<List<String>> combinations = List.of(List.of());
        for (String dimension : dimensions) {
            List<String> values = dimension.equals("time")
                    ? List.of(range.piece(event.timestamp()).toString())
                    : TrafficFilter.values(event, dimension, account);
            List<List<String>> longer = new ArrayList<>();
            for (List<String> combination : combinations) {
                for (String value : values) {
                    List<String> with = new ArrayList<>(combination);
                    with.add(value);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static void sort(List<Group> groups, List<String> dimensions, List<String> metrics, @Nullable Object sort) {
        if (sort == null || sort.equals("")) {
            return;
        }
        String[] parts = sort.toString().split(":", -1);
        int dimension = dimensions.indexOf(parts[0]);
        Comparator<Group> order;
        if (dimension >= 0) {
            order = Comparator.comparing(group -> group.values().get(dimension));
        } else if (metrics.contains(parts[0]) && parts[0].endsWith("_count")) {
            order = Comparator.comparing(group -> (Long) MetricEvents.value(parts[0], group.events()));
        } else {
            throw new Refusal(400, "cannot sort by '" + parts[0] + "'");
        }
        groups.sort(parts.length > 1 && parts[1].equals("desc") ? order.reversed() : order);
    }

    private static Object item(Group group, List<String> dimensions, List<String> metrics, boolean usage) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            String value = dimensions.get(i).equals("time")
                    ? TimeRange.numeric(java.time.Instant.parse(group.values().get(i)))
                    : group.values().get(i);
            values.add(Map.of("dimension", dimensions.get(i), "value", value, "display_value", value));
        }
        return Map.of("dimensions", values, "metrics", values(metrics, group.events(), usage));
    }

    private static JsonObject values(List<String> metrics, List<MessageEvent> events, boolean usage) {
        JsonObject values = new JsonObject();
        for (String metric : metrics) {
            values.put(metric, usage && !metric.equals("processed_count") ? 0 : MetricEvents.value(metric, events));
        }
        return values;
    }
}
