package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the control API that is about what was posted to applications. */
final class ControlDeliveries implements Operations {
    private static final String PATH = Control.PREFIX + "/deliveries";

    private final Simulator simulator;

    ControlDeliveries(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, this::list);
        routes.add(DELETE, PATH, this::forget);
        routes.add(GET, PATH + "/{id}", this::get);
        routes.add(POST, PATH + "/{id}/redeliver", this::redeliver);
        routes.add(POST, Control.PREFIX + "/alerts", this::raiseAlert);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        List<JsonObject> items = simulator.deliveries().all().stream()
                .filter(delivery -> asked(request, "type", delivery.type())
                        && asked(request, "url", delivery.url())
                        && asked(request, "kind", delivery.kind())
                        && asked(request, "state", state(delivery)))
                .map(ControlDeliveries::json)
                .toList();
        return SimulatedResponse.ok(
                JsonObject.of("total", simulator.deliveries().count())
                        .and("pending", simulator.deliveries().pending())
                        .and("dropped", simulator.deliveries().dropped())
                        .and("items", Control.latest(request, items)));
    }

    private static boolean asked(SimulatedRequest request, String parameter, String value) {
        String wanted = request.query().first(parameter);
        return wanted == null || wanted.equals(value);
    }

    private SimulatedResponse forget(SimulatedRequest request) {
        simulator.deliveries().clear();
        return SimulatedResponse.message(200, "done");
    }

    private SimulatedResponse get(SimulatedRequest request) {
        long id = id(request);
        Map<String, @Nullable Object> json = simulator.deliveries().all().stream()
                .filter(delivery -> delivery.id() == id)
                .findFirst()
                .map(ControlDeliveries::json)
                .orElseThrow(ControlDeliveries::unknown);
        return SimulatedResponse.ok(json);
    }

    private SimulatedResponse redeliver(SimulatedRequest request) {
        try {
            return SimulatedResponse.ok(json(simulator.deliveries().redeliver(id(request))));
        } catch (IllegalArgumentException noneWithThisId) {
            throw unknown();
        }
    }

    private SimulatedResponse raiseAlert(SimulatedRequest request) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(request.jsonObject());
        String type = String.valueOf(json.remove("type"));
        Object account = json.remove("account");
        SimulatedAccount raised = account == null ? simulator.account() : simulator.account(account.toString());
        return SimulatedResponse.ok(
                Map.of("told", raised.inRegion(request.region()).raiseAlert(type, json)));
    }

    private static long id(SimulatedRequest request) {
        String id = request.path("id");
        if (!id.matches("\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static Refusal unknown() {
        return new Refusal(404, "no such delivery, or no longer");
    }

    private static String state(RecordedDelivery delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject json(RecordedDelivery delivery) {
        return JsonObject.of("id", delivery.id())
                .and("kind", delivery.kind())
                .and("type", delivery.type())
                .and("url", delivery.url())
                .and("account", delivery.account())
                .and("region", delivery.region())
                .and("state", state(delivery))
                .and("content_type", delivery.contentType())
                .and("body", delivery.text())
                .and(
                        "next_attempt",
                        delivery.nextAttempt() == null
                                ? null
                                : delivery.nextAttempt().toString())
                .and(
                        "attempts",
                        delivery.attempts().stream()
                                .map(ControlDeliveries::attempt)
                                .toList());
    }

    private static JsonObject attempt(RecordedDelivery.Attempt attempt) {
        return JsonObject.of("at", attempt.at().toString())
                .and("status", attempt.status())
                .and("failure", attempt.failure());
    }
}
