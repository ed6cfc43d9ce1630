package io.github.mailgunreactor.simulator.internal.alerts;

import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account has set up for its alerts. */
final class AlertSettings {
    static final List<String> EVENTS = List.of("ip_listed", "ip_delisted", "domain_listed", "domain_delisted");

    private final Map<String, Map<String, @Nullable Object>> events = new LinkedHashMap<>();
    private @Nullable String signingKey;
    private Map<String, @Nullable Object> slack = Map.of();

    static AlertSettings of(Account account) {
        return account.global().get(AlertSettings.class, AlertSettings::new);
    }

    /** Who is told of what, by the id of the setting. */
    Map<String, Map<String, @Nullable Object>> events() {
        return events;
    }

    Map<String, @Nullable Object> slack() {
        return slack;
    }

    void slack(Map<String, @Nullable Object> connection) {
        slack = connection;
    }

    /** What the bodies of alerts are signed with: another key than that of webhooks. */
    String signingKey(SimulatorState state) {
        return signingKey == null ? renewSigningKey(state) : signingKey;
    }

    String renewSigningKey(SimulatorState state) {
        String key = state.randomHex(32);
        signingKey = key;
        return key;
    }
}
