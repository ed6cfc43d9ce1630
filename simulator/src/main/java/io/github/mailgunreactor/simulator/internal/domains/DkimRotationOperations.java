package io.github.mailgunreactor.simulator.internal.domains;

import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rotation of the keys of domains with automatic sender security. Its errors have fields of their own. */
public final class DkimRotationOperations implements Operations {
    private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,5})([hd])");
    private static final int SHORTEST_HOURS = 5 * 24;

    @Override
    public void register(Routes routes) {
        routes.add(PUT, "/v1/dkim_management/domains/{domain}/rotation", this::update);
        routes.add(POST, "/v1/dkim_management/domains/{domain}/rotate", this::rotate);
    }

    private SimulatedResponse update(SimulatedRequest request) {
        SendingDomain domain = domain(request);
        FormValues form = new FormValues(request.form());
        if (!request.form().has("rotation_enabled")) {
            throw reason("rotation_enabled is required");
        }
        boolean enabled = form.flag("rotation_enabled", false);
        KeyRotation rotation = KeyRotation.of(domain);
        String interval = request.form().first("rotation_interval");
        if (interval != null) {
            if (!enabled) {
                throw reason("rotation_interval is not allowed unless also enabling DKIM rotation");
            }
            rotation.setHours(hours(interval));
        }
        rotation.setEnabled(enabled);
        return SimulatedResponse.ok(Map.of("domain", described(domain, rotation)));
    }

    private static int hours(String interval) {
        Matcher parts = INTERVAL.matcher(interval);
        if (!parts.matches()) {
            throw reason("rotation_interval is not a valid duration");
        }
        int hours = Integer.parseInt(parts.group(1)) * ("d".equals(parts.group(2)) ? 24 : 1);
        if (hours < SHORTEST_HOURS) {
            throw reason("rotation_interval must be at least 5 days");
        }
        return hours;
    }

    private SimulatedResponse rotate(SimulatedRequest request) {
        SendingDomain domain = domain(request);
        if (!domain.isVerified()) {
            throw reason("only domains in enabled can rotate their keys. Current state: " + state(domain));
        }
        KeyRotation.of(domain).rotate();
        return SimulatedResponse.message(200, "ok");
    }

    /** The domain of the path, if it has automatic sender security: others are not known here. */
    private static SendingDomain domain(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.of(request.state())
                .find(request.account().id(), request.region(), request.path("domain"));
        if (domain == null || !domain.settings().automaticSenderSecurity()) {
            throw new Refusal(SimulatedResponse.json(404, Map.of("Description", "domain not found")));
        }
        return domain;
    }

    private static Refusal reason(String reason) {
        return new Refusal(SimulatedResponse.json(400, Map.of("Reason", reason)));
    }

    private static String state(SendingDomain domain) {
        return domain.isVerified() ? "enabled" : "wait_verify";
    }

    private static JsonObject described(SendingDomain domain, KeyRotation rotation) {
        JsonObject fields = JsonObject.of("id", domain.id())
                .and("account_id", domain.account())
                .and("sid", KeyRotation.sid(domain))
                .and("name", domain.name())
                .and("state", state(domain))
                .and("active_selector", rotation.activeSelector())
                .and("rotation_enabled", String.valueOf(rotation.isEnabled()))
                .and("rotation_interval", rotation.hours() + "h");
        List<Map<String, String>> records = rotation.records(domain).stream()
                .map(entry -> Map.of(
                        "name", entry.name(),
                        "type", entry.type(),
                        "identifier", "DKIM",
                        "value", entry.value(),
                        "comment", "Customer DKIM CNAME Record"))
                .toList();
        fields.put("records", records);
        return fields;
    }
}
