package io.github.mailgunreactor.simulator.internal.analytics;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.traffic.EventJson;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import io.github.mailgunreactor.simulator.internal.traffic.TrafficFilter;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The events of a domain. */
public final class EventsOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(100, 300);
    private static final List<String> FILTERS = List.of(
            "event",
            "list",
            "attachment",
            "from",
            "message-id",
            "subject",
            "to",
            "size",
            "recipient",
            "recipients",
            "tags",
            "severity");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/{domain}/events", EventsOperations::list);
        routes.add(GET, "/v3/{domain}/events/{page}", EventsOperations::list);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        Parameters query = PageStyles.segmentQuery(request, "page");
        String domain = StatsOperations.domain(request);
        String begin = query.first("begin");
        String end = query.first("end");
        boolean ascending = "yes".equals(query.first("ascending"));
        if (begin != null && end == null && !query.has("ascending")) {
            throw new Refusal(400, "ascending must be provided if the range end time is not specified");
        }
        Predicate<MessageEvent> condition = event -> event.message().domain().equals(domain);
        for (String name : FILTERS) {
            String expression = query.first(name);
            if (expression != null) {
                condition = condition.and(TrafficFilter.expression(name, expression, request.account()));
            }
        }
        Instant from = begin == null ? Instant.MIN : TimeRange.instant("begin", begin);
        Instant to = end == null ? Instant.MAX : TimeRange.instant("end", end);
        JsonObject response = PageStyles.urlSegment(
                request,
                LIMIT,
                "page",
                Traffic.of(request).between(from, to, ascending, condition),
                event -> EventJson.event(event, request.baseUrl()));
        return SimulatedResponse.ok(response).withoutContentType();
    }
}
