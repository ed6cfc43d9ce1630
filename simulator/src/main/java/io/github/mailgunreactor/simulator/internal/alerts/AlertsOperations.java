package io.github.mailgunreactor.simulator.internal.alerts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of alerts. Webhooks are told; mails and Slack messages are confirmed and go nowhere. */
public final class AlertsOperations implements Operations {
    private static final PageLimit LIMIT = PageLimit.DEFAULT;
    private static final List<Map<String, Object>> SLACK_CHANNELS = List.of(
            Map.of("id", "C1", "name", "mail", "is_archived", false),
            Map.of("id", "C2", "name", "alerts", "is_archived", false),
            Map.of("id", "C3", "name", "old-alerts", "is_archived", true));

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v1/alerts/events", request -> SimulatedResponse.ok(Map.of("events", AlertSettings.EVENTS)));
        routes.add(GET, "/v1/alerts/settings", AlertsOperations::settings);
        routes.add(POST, "/v1/alerts/settings/events", AlertsOperations::create);
        routes.add(PUT, "/v1/alerts/settings/events/{id}", AlertsOperations::change);
        routes.add(DELETE, "/v1/alerts/settings/events/{id}", AlertsOperations::delete);
        routes.add(PUT, "/v1/alerts/settings/slack", AlertsOperations::connectSlack);
        routes.add(DELETE, "/v1/alerts/settings/slack", AlertsOperations::disconnectSlack);
        routes.add(PUT, "/v1/alerts/settings/webhooks/signing_key", AlertsOperations::renewSigningKey);
        routes.add(POST, "/v1/alerts/webhooks/test", AlertsOperations::testedWebhook);
        routes.add(POST, "/v1/alerts/email/test", request -> tested(request, "emails"));
        routes.add(POST, "/v1/alerts/slack/test", request -> tested(request, null));
        routes.add(DELETE, "/v1/alerts/slack/oauth", request -> SimulatedResponse.message(200, "Slack token revoked"));
        routes.add(
                GET,
                "/v1/alerts/slack/channels",
                request -> SimulatedResponse.ok(
                        PageStyles.urlToken(request, LIMIT, Rows.of(SLACK_CHANNELS), channel -> channel)));
        routes.add(GET, "/v1/alerts/slack/channels/{id}", AlertsOperations::slackChannel);
    }

    private static AlertSettings of(SimulatedRequest request) {
        return AlertSettings.of(request.account());
    }

    private static SimulatedResponse settings(SimulatedRequest request) {
        AlertSettings settings = of(request);
        JsonObject response = JsonObject.of(
                        "events", List.copyOf(settings.events().values()))
                .and("webhooks", Map.of("signing_key", settings.signingKey(request.state())));
        if (!settings.slack().isEmpty()) {
            response.put("slack", settings.slack());
        }
        return SimulatedResponse.ok(response);
    }

    private static SimulatedResponse create(SimulatedRequest request) {
        Map<String, @Nullable Object> setting = setting(request, request.state().randomHex(32));
        of(request).events().put(String.valueOf(setting.get("id")), setting);
        return SimulatedResponse.ok(setting);
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        String id = existing(request);
        of(request).events().put(id, setting(request, id));
        return SimulatedResponse.message(200, "Settings updated");
    }

    private static SimulatedResponse delete(SimulatedRequest request) {
        of(request).events().remove(existing(request));
        return SimulatedResponse.message(200, "Settings deleted");
    }

    private static String existing(SimulatedRequest request) {
        String id = request.path("id");
        Refusal.where(!of(request).events().containsKey(id), 404, "settings not found");
        return id;
    }

    private static Map<String, @Nullable Object> setting(SimulatedRequest request, String id) {
        Map<String, @Nullable Object> sent = request.jsonObject();
        checkEvent(sent);
        String needed = switch (String.valueOf(sent.get("channel"))) {
            case "webhook" -> "url";
            case "email" -> "emails";
            case "slack" -> "channel_ids";
            default -> throw new Refusal(400, "channel must be one of email, webhook, slack");
        };
        if (!(sent.get("settings") instanceof Map<?, ?> settings) || settings.get(needed) == null) {
            throw new Refusal(400, "settings must have " + needed);
        }
        return JsonObject.of("id", id)
                .and("event_type", sent.get("event_type"))
                .and("channel", sent.get("channel"))
                .and("settings", settings)
                .and("disabled_at", null);
    }

    private static void checkEvent(Map<String, @Nullable Object> sent) {
        Refusal.where(
                !AlertSettings.EVENTS.contains(String.valueOf(sent.get("event_type"))),
                400,
                "event_type must be one of " + AlertSettings.EVENTS);
    }

    private static SimulatedResponse connectSlack(SimulatedRequest request) {
        Map<String, @Nullable Object> sent = request.jsonObject();
        for (String field : List.of("token", "team_id", "team_name", "scope")) {
            if (sent.get(field) == null) {
                throw new Refusal(400, field + " is required");
            }
        }
        of(request).slack(sent);
        return SimulatedResponse.message(200, "Slack settings updated");
    }

    private static SimulatedResponse disconnectSlack(SimulatedRequest request) {
        of(request).slack(Map.of());
        return SimulatedResponse.message(200, "Slack settings deleted");
    }

    private static SimulatedResponse renewSigningKey(SimulatedRequest request) {
        AlertSettings settings = of(request);
        return SimulatedResponse.ok(Map.of("signing_key", settings.renewSigningKey(request.state())));
    }

    private static SimulatedResponse tested(SimulatedRequest request, @Nullable String needed) {
        Map<String, @Nullable Object> sent = request.jsonObject();
        checkEvent(sent);
        if (needed != null && sent.get(needed) == null) {
            throw new Refusal(400, needed + " is required");
        }
        return SimulatedResponse.message(200, "Test alert sent");
    }

    private static SimulatedResponse testedWebhook(SimulatedRequest request) {
        SimulatedResponse confirmed = tested(request, "url");
        Map<String, @Nullable Object> sent = request.jsonObject();
        String type = String.valueOf(sent.get("event_type"));
        new AlertNotifier(request.state(), request.account(), request.region())
                .post(type, String.valueOf(sent.get("url")), Map.of("message", "A test of " + type), () -> {});
        return confirmed;
    }

    private static SimulatedResponse slackChannel(SimulatedRequest request) {
        for (Map<String, Object> channel : SLACK_CHANNELS) {
            if (request.path("id").equals(channel.get("id"))) {
                return SimulatedResponse.ok(channel);
            }
        }
        throw new Refusal(404, "channel not found");
    }
}
