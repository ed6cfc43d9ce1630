package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The journal over HTTP. What is secret in a body is masked: a page is looked at over shoulders. */
final class ControlRequests implements Operations {
    private static final String REQUESTS = Control.PREFIX + "/requests";
    private static final String SECRET = "[a-z_]*(?:password|secret|signing_key|private_key|pem)";
    private static final Pattern SECRET_FIELD = Pattern.compile(SECRET);
    private static final Pattern SECRET_IN_JSON =
            Pattern.compile("(\"" + SECRET + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+");
    private static final List<String> MASKED = List.of("***");

    private final Simulator simulator;

    ControlRequests(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, REQUESTS, this::list);
        routes.add(DELETE, REQUESTS, request -> Control.done(simulator.journal()::clear));
        routes.add(GET, REQUESTS + "/{number}", this::get);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        String account = request.query().first("account");
        Journal journal = account == null
                ? simulator.journal()
                : simulator.account(account).journal();
        List<Journal.Entry> kept = journal.kept();
        boolean bodies = !"no".equals(request.query().first("bodies"));
        int size = kept.size();
        List<JsonObject> items = new ArrayList<>();
        for (int at = Math.max(0, size - Control.number(request, "limit", size)); at < size; at++) {
            items.add(json(kept.get(at).number(), kept.get(at).request(), bodies));
        }
        return SimulatedResponse.ok(Map.of("total", journal.count(), "items", items));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        String number = request.path("number");
        return simulator.journal().kept().stream()
                .filter(entry -> Long.toString(entry.number()).equals(number))
                .findFirst()
                .map(entry -> SimulatedResponse.ok(json(entry.number(), entry.request(), true)))
                .orElseThrow(() -> new Refusal(404, "no such request, or no longer"));
    }

    private static JsonObject json(long number, RecordedRequest request, boolean bodies) {
        JsonObject json = JsonObject.of("number", number)
                .and("responded_at", request.respondedAt().toString())
                .and("operation", request.operation())
                .and("path", request.path())
                .and("query", masked(request.query()))
                .and("region", request.region())
                .and("account", request.account())
                .and("key_id", request.keyId())
                .and("status", request.status());
        if (bodies) {
            json.put("headers", request.headers());
            json.put("form", masked(request.form()));
            json.put("files", request.files());
            json.put("text", masked(request.text()));
            json.put("response", masked(request.response()));
        }
        return json;
    }

    private static Map<String, List<String>> masked(Map<String, List<String>> fields) {
        Map<String, List<String>> masked = new LinkedHashMap<>(fields);
        masked.replaceAll((name, values) -> SECRET_FIELD.matcher(name).matches() ? MASKED : values);
        return masked;
    }

    private static String masked(String json) {
        return SECRET_IN_JSON.matcher(json).replaceAll("$1***");
    }
}
