package io.github.mailgunreactor.simulator.internal.alerts;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.deliveries.Notification;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationBody;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the webhooks of an account's alert settings. One that never takes an alert is switched off. */
public final class AlertNotifier {
    private final SimulatorState state;
    private final Account account;
    private final String region;

    public AlertNotifier(SimulatorState state, Account account, String region) {
        this.state = state;
        this.account = account;
        this.region = region;
    }

    /** What an alert can be about. */
    public static List<String> types() {
        return AlertSettings.EVENTS;
    }

    /** Tells every webhook that is set up for an alert and not switched off; returns how many. */
    public int raise(String type, Map<String, ?> details) {
        List<Map<String, @Nullable Object>> told = AlertSettings.of(account).events().values().stream()
                .filter(setting -> type.equals(setting.get("event_type"))
                        && "webhook".equals(setting.get("channel"))
                        && setting.get("disabled_at") == null)
                .toList();
        for (Map<String, @Nullable Object> setting : told) {
            if (setting.get("settings") instanceof Map<?, ?> settings) {
                post(
                        type,
                        String.valueOf(settings.get("url")),
                        details,
                        () -> setting.put("disabled_at", state.now().toString()));
            }
        }
        return told.size();
    }

    void post(String type, String url, Map<String, ?> details, Runnable whenGivenUp) {
        JsonObject event = JsonObject.of("id", state.randomHex(32))
                .and("timestamp", state.now().toString())
                .and("log_level", "warn");
        event.put("event", type);
        event.putAll(details);
        NotificationBody body =
                NotificationBody.alert(event, AlertSettings.of(account).signingKey(state));
        Deliveries.of(state)
                .post(new Notification(Notification.Kind.ALERT, type, url, account, region, body, whenGivenUp));
    }
}
