package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults over HTTP, in the words of {@link SimulatedFault}. */
final class ControlFaults implements Operations {
    private static final String FAULTS = Control.PREFIX + "/faults";
    private static final Set<String> FIELDS = Set.of(
            "operation",
            "account",
            "status",
            "body",
            "content_type",
            "headers",
            "delay_ms",
            "times",
            "after",
            "probability",
            "drop_connection",
            "lose_response",
            "truncate_body");

    private final Simulator simulator;

    ControlFaults(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, FAULTS, request -> list());
        routes.add(POST, FAULTS, this::set);
        routes.add(DELETE, FAULTS, request -> Control.done(simulator.faults()::clear));
        routes.add(
                GET,
                Control.PREFIX + "/operations",
                request ->
                        SimulatedResponse.ok(Map.of("items", simulator.faults().operations())));
    }

    private SimulatedResponse list() {
        return SimulatedResponse.ok(JsonObject.of(
                "items",
                simulator.faults().all().stream().map(SimulatedFault::described).toList()));
    }

    private SimulatedResponse set(SimulatedRequest request) {
        Map<String, @Nullable Object> json = request.jsonObject();
        json.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("unknown field \"" + unknown + "\" of a fault");
                });
        Object operation = json.get("operation");
        SimulatedFault fault = operation == null
                ? simulator.faults().onAny()
                : simulator.faults().on(operation.toString());
        json.forEach((name, value) -> set(fault, json, name, String.valueOf(value)));
        if (json.get("headers") instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> fault.header(String.valueOf(name), String.valueOf(value)));
        }
        return SimulatedResponse.message(200, "done");
    }

    private void set(SimulatedFault fault, Map<String, @Nullable Object> json, String name, String value) {
        switch (name) {
            case "status" -> {
                if (!json.containsKey("body")) {
                    fault.status(ControlSeeds.number(json, name, 500));
                }
            }
            case "body" ->
                fault.body(
                        ControlSeeds.number(json, "status", 500),
                        String.valueOf(json.getOrDefault("content_type", "application/json")),
                        value);
            case "account" -> fault.account(simulator.account(value).id());
            case "delay_ms" -> fault.delay(Duration.ofMillis(ControlSeeds.number(json, name, 0)));
            case "times" -> fault.times(ControlSeeds.number(json, name, 1));
            case "after" -> fault.after(ControlSeeds.number(json, name, 0));
            case "probability" -> fault.withProbability(Double.parseDouble(value));
            case "drop_connection" -> fault.dropConnection();
            case "lose_response" -> fault.loseResponse();
            case "truncate_body" -> fault.truncateBody();
            default -> {
                // read with or after the others
            }
        }
    }
}
