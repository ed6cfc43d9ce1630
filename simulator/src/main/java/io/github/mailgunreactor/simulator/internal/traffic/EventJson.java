package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the two APIs that list them write them: alike, but for dates, user variables and where things are stored. */
public final class EventJson {
    private EventJson() {}

    /** As {@code GET /v3/{domain}/events} has it: the time as a number, one URL, user variables as an object. */
    public static JsonObject event(MessageEvent event, String baseUrl) {
        JsonObject json =
                JsonObject.of("id", event.id()).and("event", event.type()).and("timestamp", epoch(event.timestamp()));
        if (event.upload() != null) {
            return upload(event, event.upload(), json);
        }
        json.put("user-variables", event.message().variables());
        json.put("campaigns", List.of());
        storage(event, json, baseUrl, false);
        common(event, json);
        return json;
    }

    /** As {@code POST /v1/analytics/logs} has it: the time as text, a list of URLs, user variables as JSON in a text. */
    public static JsonObject log(MessageEvent event, Account account, String baseUrl) {
        JsonObject json = JsonObject.of("id", event.id())
                .and("event", event.type())
                .and("@timestamp", event.timestamp().toString());
        JsonObject owner = JsonObject.of("id", account.id()).andIfPresent("parent-id", account.parent());
        json.put("account", owner);
        json.put("domain", Map.of("name", event.message().domain()));
        if (event.upload() != null) {
            return upload(event, event.upload(), json);
        }
        json.put("user-variables", event.message().variablesAsJson());
        storage(event, json, baseUrl, true);
        common(event, json);
        return json;
    }

    private static JsonObject upload(MessageEvent event, MessageEvent.Upload upload, JsonObject json) {
        json.put("log-level", event.hasType("list_member_upload_error") ? "error" : "info");
        json.put("task-id", upload.taskId());
        json.put("mailing-list", Map.of("address", upload.list()));
        json.putAll(upload.fields());
        return json;
    }

    private static BigDecimal epoch(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano() / 1000, 6));
    }

    private static void storage(MessageEvent event, JsonObject json, String baseUrl, boolean urlInList) {
        String stored = event.message().storageKey();
        String key = stored == null ? "AwAB" + event.message().messageId().hashCode() : stored;
        // Where the simulator itself is reached: whoever follows it must not leave the test double.
        String url = baseUrl + "/v3/domains/" + event.message().domain() + "/messages/" + key;
        if (List.of("accepted", "delivered", "failed", "stored").contains(event.type())) {
            json.put(
                    "storage",
                    JsonObject.of("key", key)
                            .and("url", urlInList ? List.of(url) : url)
                            .and("region", "us-east4")
                            .and("env", "production"));
        }
    }

    private static void common(MessageEvent event, JsonObject json) {
        MessageFacts message = event.message();
        json.put("log-level", event.hasType("failed") ? event.failed("permanent") ? "error" : "warn" : "info");
        json.put("recipient", message.recipient());
        json.put("recipient-domain", message.recipientDomain());
        json.put("recipient-provider", message.provider());
        json.put("tags", message.tags());
        json.put(
                "message",
                JsonObject.of(
                                "headers",
                                Map.of(
                                        "to", message.to(),
                                        "from", message.from(),
                                        "subject", message.subject(),
                                        "message-id", message.messageId()))
                        .and("attachments", message.attachments())
                        .and("size", message.size()));
        json.put(
                "flags",
                JsonObject.of("is-authenticated", !message.incoming())
                        .and("is-routed", message.incoming())
                        .and("is-system-test", false)
                        .and("is-test-mode", message.testMode()));
        if (message.mailingList() != null) {
            json.put("mailing-list", Map.of("address", message.mailingList()));
        }
        if (event.hasType("accepted")) {
            json.put("method", "http");
        }
        if (event.hasType("accepted") || event.hasType("delivered") || event.hasType("failed")) {
            json.put("envelope", envelope(event));
        }
        if (event.hasType("delivered") || event.hasType("failed")) {
            json.put("delivery-status", delivery(event.delivery()));
        }
        if (event.hasType("rejected")) {
            json.put("reject", Map.of("reason", String.valueOf(event.delivery().reason()), "description", ""));
        }
        if (event.hasType("failed")) {
            json.put("severity", String.valueOf(event.delivery().severity()));
            json.put("reason", String.valueOf(event.delivery().reason()));
        }
        visit(event.visit(), json);
    }

    private static JsonObject envelope(MessageEvent event) {
        MessageFacts message = event.message();
        JsonObject envelope = JsonObject.of("sender", message.sender())
                .and("targets", message.recipient())
                .and("transport", message.transport());
        // Accepted messages belong to no address yet.
        if (!event.hasType("accepted")) {
            envelope.put("sending-ip", message.ip());
        }
        return envelope;
    }

    private static JsonObject delivery(MessageEvent.Delivery delivery) {
        JsonObject status = JsonObject.of("code", delivery.code())
                .and("attempt-no", delivery.attempt())
                .and("message", delivery.text())
                .and("description", delivery.description());
        boolean session = delivery.reason() == null || !delivery.reason().startsWith("suppress-");
        status.put("session-seconds", session ? new BigDecimal("0.125") : 0);
        if (session) {
            status.and("tls", true).and("utf8", true).and("certificate-verified", true);
        }
        return status.andIfPresent("bounce-type", delivery.bounceType())
                .andIfPresent("retry-seconds", "temporary".equals(delivery.severity()) ? 600 : null);
    }

    private static void visit(MessageEvent.Visit visit, JsonObject json) {
        @Nullable String device = visit.device();
        if (device == null) {
            return;
        }
        json.andIfPresent("url", visit.url())
                .and("ip", "203.0.113.9")
                .and(
                        "geolocation",
                        Map.of("country", String.valueOf(visit.country()), "region", "Unknown", "city", "Unknown"))
                .and(
                        "client-info",
                        Map.of(
                                "client-type", "browser",
                                "client-os", "Linux",
                                "client-name", "Chrome",
                                "device-type", device,
                                "user-agent", "Mozilla/5.0"));
    }
}
