package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

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
        List<Map<String, @Nullable Object>> items = simulator.deliveries().all().stream()
                .filter(delivery -> asked(request, "type", delivery.type())
                        && asked(request, "url", delivery.url())
                        && asked(request, "kind", delivery.kind())
                        && asked(request, "state", state(delivery)))
                .map(ControlDeliveries::json)
                .toList();
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("total", simulator.deliveries().count());
        response.put("pending", simulator.deliveries().pending());
        response.put("dropped", simulator.deliveries().dropped());
        response.put("items", Control.latest(request, items));
        return SimulatedResponse.ok(response);
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

    private static Map<String, @Nullable Object> json(RecordedDelivery delivery) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", delivery.id());
        json.put("kind", delivery.kind());
        json.put("type", delivery.type());
        json.put("url", delivery.url());
        json.put("account", delivery.account());
        json.put("region", delivery.region());
        json.put("state", state(delivery));
        json.put("content_type", delivery.contentType());
        json.put("body", delivery.text());
        json.put(
                "next_attempt",
                delivery.nextAttempt() == null ? null : delivery.nextAttempt().toString());
        json.put(
                "attempts",
                delivery.attempts().stream().map(ControlDeliveries::attempt).toList());
        return json;
    }

    private static Map<String, @Nullable Object> attempt(RecordedDelivery.Attempt attempt) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", attempt.at().toString());
        json.put("status", attempt.status());
        json.put("failure", attempt.failure());
        return json;
    }
}
