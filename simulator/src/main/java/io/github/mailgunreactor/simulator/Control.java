package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.LiveEvents;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.page.PageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Java can do with a simulator, over HTTP: below one prefix that Mailgun will never have, without a key, met by no
 * fault and in no journal. {@code control-openapi.json} describes it. Here is what concerns the simulator as a whole.
 */
final class Control implements Operations {
    static final String PREFIX = "/_simulator";

    private final Simulator simulator;
    private final LiveEvents live;

    Control(Simulator simulator) {
        this.simulator = simulator;
        this.live = new LiveEvents(simulator.state().changes());
    }

    /** Everything that can be controlled, and the page that does it. */
    static Routes routes(Simulator simulator) {
        return Routes.of(List.of(
                new Control(simulator),
                new ControlAccounts(simulator),
                new ControlMessages(simulator),
                new ControlEvents(simulator),
                new ControlRequests(simulator),
                new ControlFaults(simulator),
                new ControlDeliveries(simulator),
                new ControlIncoming(simulator),
                new ControlTemplates(simulator),
                new PageFiles()));
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, PREFIX + "/health", request -> health());
        routes.add(GET, PREFIX + "/openapi.json", request -> openApi());
        routes.add(GET, PREFIX + "/certificate", request -> certificate());
        routes.add(GET, PREFIX + "/live", request -> live.open());
        routes.add(POST, PREFIX + "/reset", request -> done(simulator::reset));
        routes.add(
                POST, PREFIX + "/seed", request -> done(() -> new ControlSeeds(simulator).apply(request.jsonObject())));
        routes.add(GET, PREFIX + "/clock", request -> clock());
        routes.add(POST, PREFIX + "/clock/advance", this::advance);
        routes.add(GET, PREFIX + "/settings", request -> settings());
        routes.add(PUT, PREFIX + "/settings", this::changeSettings);
    }

    static SimulatedResponse done(Runnable action) {
        action.run();
        return SimulatedResponse.message(200, "done");
    }

    /** The account that a query names, or the first. */
    static String account(Simulator simulator, SimulatedRequest request) {
        String asked = request.query().first("account");
        return asked == null
                ? simulator.account().id()
                : simulator.account(asked).id();
    }

    /** The latest, newest last. */
    static <T> List<T> latest(SimulatedRequest request, List<T> all) {
        return all.subList(Math.max(0, all.size() - number(request, "limit", all.size())), all.size());
    }

    static int number(SimulatedRequest request, String name, int otherwise) {
        String value = request.query().first(name);
        if (value == null) {
            return otherwise;
        }
        Refusal.where(!value.matches("\\d{1,6}"), 400, name + " must be a number");
        return Integer.parseInt(value);
    }

    private SimulatedResponse health() {
        JsonObject regions = new JsonObject();
        simulator.regions().forEach(region -> regions.put(region, simulator.baseUrl(region)));
        return SimulatedResponse.ok(JsonObject.of("status", "ok")
                .and("regions", regions)
                .and("signing_key", simulator.signingKey())
                .and("requests", simulator.journal().count()));
    }

    private static SimulatedResponse openApi() {
        try (InputStream file = Objects.requireNonNull(Control.class.getResourceAsStream("control-openapi.json"))) {
            return SimulatedResponse.bytes(200, "application/json; charset=utf-8", file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SimulatedResponse certificate() {
        Refusal.where(!simulator.hasTls(), 404, "the simulator listens without TLS");
        return SimulatedResponse.text(200, "application/x-pem-file", simulator.certificate());
    }

    private SimulatedResponse clock() {
        return SimulatedResponse.ok(Map.of("now", simulator.clock().instant().toString()));
    }

    private SimulatedResponse advance(SimulatedRequest request) {
        Map<String, @Nullable Object> json = request.jsonObject();
        Object to = json.get("to");
        if (to == null) {
            simulator.clock().advance(Duration.ofSeconds(ControlSeeds.number(json, "seconds", 0)));
        } else {
            Duration ahead = Duration.between(simulator.clock().instant(), Instant.parse(to.toString()));
            simulator.clock().advance(ahead);
        }
        return clock();
    }

    private SimulatedResponse settings() {
        return SimulatedResponse.ok(Map.of("deliver_at_once", simulator.state().deliversAtOnce()));
    }

    private SimulatedResponse changeSettings(SimulatedRequest request) {
        Object atOnce = request.jsonObject().get("deliver_at_once");
        if (!(atOnce instanceof Boolean wanted)) {
            throw new Refusal(400, "deliver_at_once must be true or false");
        }
        simulator.deliverAtOnce(wanted);
        return settings();
    }
}
