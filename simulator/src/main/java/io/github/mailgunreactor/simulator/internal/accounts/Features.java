package io.github.mailgunreactor.simulator.internal.accounts;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features of an account that were switched on or off. */
public final class Features {
    private final Map<String, Boolean> switches = new LinkedHashMap<>();

    public static Features of(Account account) {
        return account.global().get(Features.class, Features::new);
    }

    /** Whether a feature is on, as it is until it is switched off. */
    public boolean allows(String name) {
        return switches.getOrDefault(name, true);
    }

    /** Switches the features of the request; {@code false} if it names none. */
    boolean change(SimulatedRequest request, List<String> names) {
        Map<String, Boolean> changes = new LinkedHashMap<>();
        for (String name : names) {
            String json = request.form().first(name);
            if (json != null) {
                changes.put(name, enabled(name, json));
            }
        }
        switches.putAll(changes);
        return !changes.isEmpty();
    }

    private static boolean enabled(String name, String json) {
        try {
            if (Json.readAny(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> object
                    && object.get("enabled") instanceof Boolean enabled) {
                return enabled;
            }
        } catch (RuntimeException malformed) {
            // refused below, as any other JSON is
        }
        throw Refusal.invalid(name);
    }

    JsonObject described() {
        JsonObject fields = new JsonObject();
        switches.forEach((name, enabled) -> fields.put(name, Map.of("enabled", enabled)));
        return fields;
    }
}
