package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.POST;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The logs: the traffic, entry by entry. */
final class LogsArea implements Area {
    private static final PageLimit LIMIT = new PageLimit(100, 100);

    @Override
    public void register(Routes routes) {
        routes.add(POST, "/v1/analytics/logs", LogsArea::list).readOnly();
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        Map<String, @Nullable Object> query = request.jsonObject();
        TimeRange range = TimeRange.of(
                query.get("start"), query.get("end"), null, query.get("duration"), Duration.ofDays(1), request.now());
        List<String> metricEvents = MetricsArea.texts(query, "metric_events");
        Predicate<SimulatedEvent> condition = TrafficFilter.json(query.get("filter"), request.account());
        condition = onlyAny(
                condition,
                MetricsArea.texts(query, "events").stream().map(LogsArea::named).toList());
        condition = onlyAny(
                condition, metricEvents.stream().map(MetricEvents::named).toList());
        boolean ascending = query.get("pagination") instanceof Map<?, ?> pagination
                && String.valueOf(pagination.get("sort")).endsWith(":asc");
        Traffic traffic = Traffic.of(request);
        Rows<SimulatedEvent> rows = traffic.between(range.start(), range.end(), ascending, condition);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("start", TimeRange.unknown(range.start()));
        answer.put("end", TimeRange.unknown(range.end()));
        answer.putAll(Paging.bodyToken(request, LIMIT, rows, event -> TrafficJson.log(event, request.account())));
        Map<String, Object> totals = new LinkedHashMap<>();
        if (Boolean.TRUE.equals(query.get("include_totals"))) {
            totals.put("all", rows.size());
            Map<String, Object> each = new LinkedHashMap<>();
            List<SimulatedEvent> all = traffic.list(range.start(), range.end(), condition);
            metricEvents.forEach(name -> each.put(name, MetricEvents.count(name, all)));
            totals.put("metrics", each);
        }
        answer.put("aggregates", totals);
        return SimulatedResponse.ok(answer);
    }

    private static Predicate<SimulatedEvent> onlyAny(
            Predicate<SimulatedEvent> condition, List<Predicate<SimulatedEvent>> any) {
        return any.isEmpty() ? condition : condition.and(any.stream().reduce(event -> false, Predicate::or));
    }

    private static Predicate<SimulatedEvent> named(String event) {
        return switch (event) {
            case "unique_opened", "unique_clicked" -> MetricEvents.named(event);
            case "opened",
                    "clicked",
                    "accepted",
                    "delivered",
                    "failed",
                    "unsubscribed",
                    "complained",
                    "rejected",
                    "stored",
                    "email_validation",
                    "list_uploaded",
                    "list_member_uploaded",
                    "list_member_upload_error",
                    "trapped" -> found -> found.is(event);
            default -> throw new Refusal(400, "'" + event + "' is not a valid event");
        };
    }
}
