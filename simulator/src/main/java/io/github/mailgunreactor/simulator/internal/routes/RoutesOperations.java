package io.github.mailgunreactor.simulator.internal.routes;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.IncomingMail;
import io.github.mailgunreactor.simulator.internal.routes.StoredRoutes.StoredRoute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of an account. */
public final class RoutesOperations implements Operations {
    private static final int MOST_CHARACTERS = 4096;

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/routes", RoutesOperations::list);
        routes.add(POST, "/v3/routes", RoutesOperations::create);
        routes.add(GET, "/v3/routes/match", RoutesOperations::match);
        routes.add(GET, "/v3/routes/{id}", request -> shown(named(request)));
        routes.add(PUT, "/v3/routes/{id}", RoutesOperations::change);
        routes.add(DELETE, "/v3/routes/{id}", RoutesOperations::delete);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        String limit = request.query().first("limit");
        if (limit != null && PageLimit.number("limit", limit, 0, 1) > PageLimit.DEFAULT.max()) {
            throw new Refusal(400, "The 'limit' parameter can't be larger than 1000");
        }
        List<StoredRoute> all = List.copyOf(StoredRoutes.of(request).routes().values());
        return SimulatedResponse.ok(
                PageStyles.skipLimit(request, PageLimit.DEFAULT, "total_count", Rows.of(all), StoredRoute::json));
    }

    private static StoredRoute named(SimulatedRequest request) {
        return Refusal.requireNonNull(
                StoredRoutes.of(request).routes().get(request.path("id")), 404, "Route not found");
    }

    private static SimulatedResponse shown(StoredRoute route) {
        return SimulatedResponse.ok(Map.of("route", route.json()));
    }

    private static SimulatedResponse match(SimulatedRequest request) {
        IncomingMail probe = IncomingMail.to(new FormValues(request.query()).required("address"));
        for (StoredRoute route : StoredRoutes.of(request).inOrder()) {
            if (route.filter().match(new RouteFilterText.Subject(probe, false)) != null) {
                return shown(route);
            }
        }
        throw new Refusal(404, "Route not found");
    }

    private static SimulatedResponse create(SimulatedRequest request) {
        new FormValues(request.form()).required("expression");
        StoredRoute route = read(
                request,
                new StoredRoute(
                        request.state().randomHex(24),
                        0,
                        "",
                        "",
                        new RouteFilterText(List.of()),
                        List.of(),
                        List.of(),
                        Instant.ofEpochSecond(request.now().getEpochSecond())));
        StoredRoutes.of(request).routes().put(route.id(), route);
        return SimulatedResponse.ok(Map.of("message", "Route has been created", "route", route.json()));
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        StoredRoute route = read(request, named(request));
        StoredRoutes.of(request).routes().put(route.id(), route);
        return SimulatedResponse.ok(route.json().and("message", "Route has been updated"));
    }

    private static SimulatedResponse delete(SimulatedRequest request) {
        StoredRoute route = named(request);
        StoredRoutes.of(request).routes().remove(route.id());
        return SimulatedResponse.ok(Map.of("id", route.id(), "message", "Route has been deleted"));
    }

    /** What was sent, and else what there was before. */
    private static StoredRoute read(SimulatedRequest request, StoredRoute before) {
        FormValues form = new FormValues(request.form());
        String expression = form.text("expression", before.expression());
        RouteFilterText filter = Refusal.requireNonNull(
                RouteFilterText.read(checked(expression)), 400, "Failed to parse expression: " + expression);
        List<String> texts = request.form().has("action") ? request.form().all("action") : before.actionTexts();
        List<RouteActionText> actions = new ArrayList<>();
        for (String text : texts) {
            RouteActionText action = RouteActionText.read(checked(text));
            if (action == null) {
                throw new Refusal(400, "Failed to parse action: " + text);
            }
            actions.add(action);
        }
        return new StoredRoute(
                before.id(),
                form.number("priority", before.priority()),
                form.text("description", before.description()),
                expression,
                filter,
                List.copyOf(texts),
                List.copyOf(actions),
                before.createdAt());
    }

    private static String checked(String text) {
        Refusal.where(text.length() > MOST_CHARACTERS, 400, "Expressions and actions are limited to 4k characters");
        return text;
    }
}
