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
import io.github.mailgunreactor.simulator.internal.traffic.EventJson;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The logs: the traffic, entry by entry. */
public final class LogsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(100, 100);
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "domain",
            "ip",
            "ip_pool",
            "recipient_domain",
            "recipient_provider",
            "country",
            "bot",
            "device",
            "subaccount",
            "event",
            "attachment_filename",
            "from",
            "message_id",
            "subject",
            "mailing_list_address",
            "to",
            "size",
            "recipient",
            "tag",
            "severity",
            "user_variables",
            "delivered_at",
            "delivery_status_code",
            "delivery_status_bounce_type",
            "delivery_status_message",
            "is_routed",
            "i_classification_rule_id",
            "i_classification_group_id",
            "recipients");

    @Override
    public void register(Routes routes) {
        routes.add(POST, "/v1/analytics/logs", LogsOperations::list).readOnly();
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        Map<String, @Nullable Object> query = request.jsonObject();
        TimeRange range = TimeRange.of(
                query.get("start"), query.get("end"), null, query.get("duration"), Duration.ofDays(1), request.now());
        List<String> metricEvents = MetricsOperations.texts(query, "metric_events");
        Predicate<MessageEvent> condition = TrafficFilter.json(query.get("filter"), request.account(), ATTRIBUTES);
        condition = onlyAny(
                condition,
                MetricsOperations.texts(query, "events").stream()
                        .map(LogsOperations::named)
                        .toList());
        condition = onlyAny(
                condition, metricEvents.stream().map(MetricEvents::named).toList());
        boolean ascending = query.get("pagination") instanceof Map<?, ?> pagination
                && String.valueOf(pagination.get("sort")).endsWith(":asc");
        Traffic traffic = Traffic.of(request);
        Rows<MessageEvent> rows = traffic.between(range.start(), range.end(), ascending, condition);
        JsonObject response = JsonObject.of("start", TimeRange.unknown(range.start()))
                .and("end", TimeRange.unknown(range.end()))
                .andAll(PageStyles.bodyToken(
                        request, LIMIT, rows, event -> EventJson.log(event, request.account(), request.baseUrl())));
        JsonObject totals = new JsonObject();
        if (Boolean.TRUE.equals(query.get("include_totals"))) {
            totals.put("all", rows.size());
            JsonObject each = new JsonObject();
            List<MessageEvent> all = traffic.list(range.start(), range.end(), condition);
            metricEvents.forEach(name -> each.put(name, MetricEvents.count(name, all)));
            totals.put("metrics", each);
        }
        response.put("aggregates", totals);
        return SimulatedResponse.ok(response);
    }

    private static Predicate<MessageEvent> onlyAny(
            Predicate<MessageEvent> condition, List<Predicate<MessageEvent>> any) {
        return any.isEmpty() ? condition : condition.and(any.stream().reduce(event -> false, Predicate::or));
    }

    private static Predicate<MessageEvent> named(String event) {
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
                    "trapped" -> found -> found.hasType(event);
            default -> throw new Refusal(400, "'" + event + "' is not a valid event");
        };
    }
}
