package io.github.mailgunreactor.simulator.internal.routes;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes and forwards of an account in a region, in the order in which they were created. */
final class StoredRoutes {

    /** A route as it was sent, and as it is understood. */
    record StoredRoute(
            String id,
            long priority,
            String description,
            String expression,
            RouteFilterText filter,
            List<String> actionTexts,
            List<RouteActionText> actions,
            Instant createdAt) {

        JsonObject json() {
            return JsonObject.of("actions", actionTexts)
                    .and("created_at", WireDates.gmt(createdAt))
                    .and("description", description)
                    .and("expression", expression)
                    .and("id", id)
                    .and("priority", priority);
        }
    }

    private final Map<String, StoredRoute> routes = new LinkedHashMap<>();
    private final Map<String, StoredForward> forwards = new LinkedHashMap<>();

    static StoredRoutes of(SimulatedRequest request) {
        return request.regional(StoredRoutes.class, StoredRoutes::new);
    }

    static StoredRoutes of(Account account, String region) {
        return account.inRegion(region).get(StoredRoutes.class, StoredRoutes::new);
    }

    Map<String, StoredRoute> routes() {
        return routes;
    }

    Map<String, StoredForward> forwards() {
        return forwards;
    }

    /** The routes in the order in which they are run. */
    List<StoredRoute> inOrder() {
        return routes.values().stream()
                .sorted(Comparator.comparingLong(StoredRoute::priority))
                .toList();
    }
}
