package io.github.mailgunreactor.simulator.internal.analytics;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Statistics, computed from the traffic. */
public final class StatsOperations implements Operations {
    private static final List<String> EVENTS =
            List.of("accepted", "delivered", "failed", "opened", "clicked", "unsubscribed", "complained", "stored");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/stats/total", request -> byTime(request, event -> true));
        routes.add(GET, "/v3/{domain}/stats/total", request -> byTime(request, of(domain(request))));
        // Documented no more, but the live API answered.
        routes.add(GET, "/v3/{domain}/stats", StatsOperations::former);
        routes.add(GET, "/v3/stats/total/domains", StatsOperations::byDomain);
        routes.add(GET, "/v3/stats/filter", StatsOperations::filtered);
        routes.add(GET, "/v3/{domain}/aggregates/providers", request -> aggregates(request, "providers"));
        routes.add(GET, "/v3/{domain}/aggregates/devices", request -> aggregates(request, "devices"));
        routes.add(GET, "/v3/{domain}/aggregates/countries", request -> aggregates(request, "countries"));
    }

    /** The domain of the path; refuses one that the account does not have in this region. */
    public static String domain(SimulatedRequest request) {
        return DomainRegistry.of(request.state())
                .require(request.account().id(), request.region(), request.path("domain"))
                .name();
    }

    static Predicate<MessageEvent> of(String domain) {
        return event -> event.message().domain().equals(domain);
    }

    /** As recorded: plain text, a number and no items, as what they looked like was not recorded. */
    private static SimulatedResponse former(SimulatedRequest request) {
        List<String> types = request.query().all("event").stream()
                .map(event -> event.equals("sent") ? "accepted" : event)
                .toList();
        Predicate<MessageEvent> wanted = of(domain(request))
                .and(event -> types.isEmpty() ? EVENTS.contains(event.type()) : types.contains(event.type()));
        long count = Traffic.of(request)
                .between(Instant.MIN, Instant.MAX, true, wanted)
                .size();
        return SimulatedResponse.text(
                200, "text/plain; charset=utf-8", "{\"items\": [], \"total_count\": " + count + "}");
    }

    private static TimeRange range(SimulatedRequest request) {
        Parameters query = request.query();
        return TimeRange.of(
                query.first("start"),
                query.first("end"),
                query.first("resolution"),
                query.first("duration"),
                Duration.ofDays(7),
                request.now());
    }

    /** One item for each piece of time, also for those in which nothing happened. */
    static SimulatedResponse byTime(SimulatedRequest request, Predicate<MessageEvent> condition) {
        return SimulatedResponse.ok(byTimeFields(request, condition));
    }

    static JsonObject byTimeFields(SimulatedRequest request, Predicate<MessageEvent> condition) {
        TimeRange range = range(request);
        List<String> wanted = wanted(request);
        List<MessageEvent> events = Traffic.of(request).list(range.start(), range.end(), condition);
        List<Object> items = new ArrayList<>();
        for (Instant piece : range.pieces()) {
            List<MessageEvent> counted = events.stream()
                    .filter(event -> range.piece(event.timestamp()).equals(piece))
                    .toList();
            items.add(item(piece, wanted, counted));
        }
        return response(range, items);
    }

    private static SimulatedResponse byDomain(SimulatedRequest request) {
        String timestamp = request.query().first("timestamp");
        if (timestamp == null) {
            throw new Refusal(400, "timestamp is required");
        }
        Instant time = TimeRange.instant("timestamp", timestamp);
        TimeRange piece = TimeRange.of(
                time.toEpochMilli() / 1000,
                time.toEpochMilli() / 1000,
                request.query().first("resolution"),
                null,
                Duration.ZERO,
                request.now());
        Instant start = piece.piece(time);
        TimeRange range = new TimeRange(start, piece.next(start).minusNanos(1), piece.resolution(), null);
        return grouped(
                request, range, event -> true, event -> List.of(event.message().domain()));
    }

    private static SimulatedResponse filtered(SimulatedRequest request) {
        Predicate<MessageEvent> condition = event -> true;
        String filter = request.query().first("filter");
        if (filter != null) {
            int colon = filter.indexOf(':');
            Refusal.where(colon < 1, 400, "filter must be in the format key:value");
            String key = attribute(filter.substring(0, colon));
            String value = filter.substring(colon + 1);
            condition =
                    event -> TrafficFilter.values(event, key, request.account()).contains(value);
        }
        String group = request.query().first("group");
        if (group == null || List.of("time", "day", "month").contains(group)) {
            return byTime(request, condition);
        }
        String key = attribute(group);
        return grouped(
                request,
                range(request),
                condition,
                event ->
                        group.equals("total") ? List.of("total") : TrafficFilter.values(event, key, request.account()));
    }

    private static String attribute(String key) {
        return switch (key) {
            case "provider" -> "recipient_provider";
            case "domain", "ip", "tag", "country", "total" -> key;
            default -> throw new Refusal(400, "'" + key + "' is not a valid group or filter");
        };
    }

    private static SimulatedResponse grouped(
            SimulatedRequest request,
            TimeRange range,
            Predicate<MessageEvent> condition,
            Function<MessageEvent, List<String>> keys) {
        List<String> wanted = wanted(request);
        Map<String, List<MessageEvent>> groups = new TreeMap<>();
        for (MessageEvent event : Traffic.of(request).list(range.start(), range.end(), condition)) {
            keys.apply(event)
                    .forEach(key ->
                            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(event));
        }
        int limit = (int) PageLimit.number("limit", request.query().first("limit"), Integer.MAX_VALUE, 1);
        List<Object> items = new ArrayList<>();
        groups.values().stream().limit(limit).forEach(events -> items.add(item(range.start(), wanted, events)));
        return SimulatedResponse.ok(response(range, items));
    }

    private static JsonObject response(TimeRange range, List<Object> items) {
        return JsonObject.of("description", "")
                .and("start", TimeRange.named(range.start()))
                .and("end", TimeRange.named(range.end()))
                .and("resolution", range.resolution())
                .and("stats", items);
    }

    private static List<String> wanted(SimulatedRequest request) {
        List<String> wanted = request.query().all("event");
        Refusal.where(wanted.isEmpty(), 400, "event is required");
        for (String event : wanted) {
            Refusal.where(!EVENTS.contains(event), 400, "'" + event + "' is not a valid event");
        }
        return wanted;
    }

    private static JsonObject item(Instant time, List<String> wanted, List<MessageEvent> events) {
        JsonObject item = JsonObject.of("time", TimeRange.named(time));
        Function<String, Long> count = name -> MetricEvents.count(name, events);
        for (String event : wanted) {
            item.put(
                    event,
                    switch (event) {
                        case "accepted" ->
                            Map.of(
                                    "incoming", count.apply("accepted_incoming"),
                                    "outgoing", count.apply("accepted_outgoing"),
                                    "total", count.apply("accepted"));
                        case "delivered" ->
                            Map.of(
                                    "smtp", count.apply("delivered_smtp"),
                                    "http", count.apply("delivered_http"),
                                    "optimized", 0,
                                    "total", count.apply("delivered"));
                        case "failed" ->
                            JsonObject.of(
                                            "temporary",
                                            Map.of(
                                                    "espblock", count.apply("temporary_failed_esp_block"),
                                                    "total", count.apply("temporary_failed")))
                                    .and(
                                            "permanent",
                                            Map.of(
                                                    "suppress-bounce", count.apply("suppressed_bounces"),
                                                    "suppress-unsubscribe", count.apply("suppressed_unsubscribed"),
                                                    "suppress-complaint", count.apply("suppressed_complaints"),
                                                    "bounce", count.apply("bounced"),
                                                    "delayed-bounce", 0,
                                                    "webhook", 0,
                                                    "optimized", 0,
                                                    "total", count.apply("permanent_failed")));
                        case "opened", "clicked" ->
                            Map.of("total", count.apply(event), "unique", count.apply("unique_" + event));
                        default -> Map.of("total", count.apply(event));
                    });
        }
        return item;
    }

    private static SimulatedResponse aggregates(SimulatedRequest request, String field) {
        return SimulatedResponse.ok(Map.of(field, aggregates(request, field, of(domain(request)))));
    }

    /** Counts by provider, device or country, over all time. */
    static JsonObject aggregates(SimulatedRequest request, String field, Predicate<MessageEvent> condition) {
        Map<String, List<MessageEvent>> groups = new TreeMap<>();
        for (MessageEvent event : Traffic.of(request).list(Instant.MIN, Instant.MAX, condition)) {
            List<String> keys = switch (field) {
                case "providers" -> List.of(event.message().recipientDomain());
                case "devices" -> TrafficFilter.values(event, "device", request.account());
                default ->
                    TrafficFilter.values(event, "country", request.account()).stream()
                            .map(country -> country.toLowerCase(Locale.ROOT))
                            .toList();
            };
            keys.forEach(
                    key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(event));
        }
        JsonObject counts = new JsonObject();
        groups.forEach((key, events) -> {
            JsonObject each = new JsonObject();
            for (String name : List.of(
                    "accepted",
                    "delivered",
                    "opened",
                    "clicked",
                    "unique_opened",
                    "unique_clicked",
                    "unsubscribed",
                    "complained")) {
                each.put(name, MetricEvents.count(name, events));
            }
            counts.put(key, each);
        });
        return counts;
    }
}
