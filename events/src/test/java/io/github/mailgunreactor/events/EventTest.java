package io.github.mailgunreactor.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One record for what logs, the events of a domain and webhooks write, each in its own way. */
class EventTest {
    private static final String EVENT = "\"id\": \"e\", \"event\": \"opened\", \"timestamp\": 1767372018.530123";

    private static Event read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Event.class);
    }

    private static Event event(String more) {
        return read("{" + EVENT + more + "}");
    }

    @Test
    void timestampsOfEventsAndWebhooksKeepTheirMicroseconds() {
        assertThat(event("").timestamp()).isEqualTo(Instant.parse("2026-01-02T16:40:18.530123Z"));
    }

    @Test
    void timestampsOfLogsHaveAnotherNameAndForm() {
        Event logged = read("{\"id\": \"l\", \"event\": \"opened\", \"@timestamp\": \"2026-01-02T16:40:18.530Z\"}");

        assertThat(logged.timestamp()).isEqualTo(Instant.parse("2026-01-02T16:40:18.530Z"));
    }

    @Test
    void anEventWithoutATimeIsNone() {
        assertThatThrownBy(() -> read("{\"id\": \"e\", \"event\": \"opened\"}")).hasMessageContaining("timestamp");
    }

    @Test
    void aWebhookOfADeliveryLosesNothing() {
        Event delivered = read("""
                {"id": "w1", "event": "delivered", "timestamp": 1771243382.25, "log-level": "info", "method": "HTTP",
                 "account": {"id": "acc-1"}, "domain": {"name": "example.com"}, "api-key-id": "key-1",
                 "originating-ip": "198.51.100.7", "recipient": "ada@example.org", "recipient-domain": "example.org",
                 "recipient-provider": "Other", "primary-dkim": "s1._domainkey.example.com", "tags": ["news"],
                 "campaigns": [], "user-variables": [], "storage": {"key": "k", "url": "https://storage.example.net/k"},
                 "envelope": {"sender": "bob@example.com", "sending-ip": "198.51.100.1", "targets": "ada@example.org",
                   "transport": "smtp"},
                 "flags": {"is-authenticated": true, "is-big": true, "is-routed": false, "is-system-test": false,
                   "is-test-mode": false},
                 "delivery-status": {"attempt-no": 1, "code": 250, "message": "OK", "description": null,
                   "enhanced-code": null, "session-seconds": 0.4, "mx-host": "mx.example.org",
                   "certificate-verified": true, "tls": true, "utf8": true, "first-delivery-attempt-seconds": 0.02},
                 "message": {"size": 900, "attachments": [], "headers": {"from": "bob@example.com",
                   "to": "ada@example.org", "subject": "Hello", "message-id": "1@example.com"}}}
                """);

        assertThat(requireNonNull(delivered.account()).id()).isEqualTo("acc-1");
        assertThat(requireNonNull(delivered.domain()).name()).isEqualTo("example.com");
        assertThat(delivered.apiKeyId()).isEqualTo("key-1");
        assertThat(delivered.originatingIp()).isEqualTo("198.51.100.7");
        assertThat(requireNonNull(delivered.flags()).big()).isTrue();
        assertThat(requireNonNull(delivered.deliveryStatus()).code()).isEqualTo(250);
        assertThat(requireNonNull(delivered.userVariables()).values()).isEmpty();
        assertThat(requireNonNull(delivered.storage()).urls()).containsExactly("https://storage.example.net/k");
    }

    @Test
    void aWebhookOfAnOpenLosesNothing() {
        Event opened = event("""
                , "ip": "203.0.113.9", "delivered-at": 1767372000, "url": "https://example.com/signup",
                "client-info": {"client-name": "Chrome", "client-os": "Linux", "client-type": "browser",
                  "device-type": "desktop", "user-agent": "Mozilla/5.0", "bot": "apple"},
                "geolocation": {"city": "Austin", "country": "US", "region": "TX", "timezone": "America/Chicago"}
                """);

        assertThat(opened.deliveredAt()).isEqualTo(Instant.ofEpochSecond(1767372000));
        assertThat(requireNonNull(opened.clientInfo()).bot()).isEqualTo("apple");
        assertThat(requireNonNull(opened.geolocation()).timezone()).isEqualTo("America/Chicago");
    }

    @Test
    void userVariablesAreAnObjectOrJsonInATextOrAnEmptyListOrAComplaint() {
        assertThat(variables("{\"order\": 17}")).isEqualTo(Map.of("order", 17L));
        assertThat(variables("\"{\\\"order\\\": 17}\"")).isEqualTo(Map.of("order", 17L));
        assertThat(variables("\"Could not load user-variables\"")).isEmpty();
        assertThat(variables("\"\"")).isEmpty();
        assertThat(variables("[]")).isEmpty();
        assertThat(variables("{\"none\": null}")).isEmpty();
    }

    /** What stands for nothing is read as nothing. */
    private static Map<String, Object> variables(String json) {
        UserVariables variables = event(", \"user-variables\": " + json).userVariables();
        return variables == null ? Map.of() : variables.values();
    }

    @Test
    void campaignsAreObjectsOrNothingButIds() {
        assertThat(event(", \"campaigns\": [{\"id\": \"c1\", \"name\": \"January\"}, \"c2\"]")
                        .campaigns())
                .containsExactly(new Campaign("c1", "January"), new Campaign("c2", null));
    }

    @Test
    void theUrlOfAStoredMessageIsATextOrAList() {
        assertThat(urls("\"https://a\"")).containsExactly("https://a");
        assertThat(urls("[\"https://a\", \"https://b\"]")).containsExactly("https://a", "https://b");
    }

    private static List<String> urls(String json) {
        return requireNonNull(event(", \"storage\": {\"url\": " + json + "}").storage())
                .urls();
    }

    @Test
    void theMailServerHasTwoNames() {
        assertThat(requireNonNull(event(", \"delivery-status\": {\"mxhost\": \"mx.a\"}")
                                .deliveryStatus())
                        .mxHost())
                .isEqualTo("mx.a");
    }

    @Test
    void aStatusCodeMayBeInQuotes() {
        assertThat(requireNonNull(event(", \"delivery-status\": {\"code\": \"550\"}")
                                .deliveryStatus())
                        .code())
                .isEqualTo(550);
    }

    @Test
    void routesAreAListOrTheOnlyOne() {
        assertThat(event(", \"routes\": {\"id\": \"r1\"}").routes())
                .extracting(MatchedRoute::id)
                .containsExactly("r1");
    }

    @Test
    void eventsAndReasonsOfTomorrowAreRead() {
        Event event = read("{\"id\": \"e\", \"event\": \"teleported\", \"timestamp\": \"1767372018\","
                + " \"reason\": \"greylisted\", \"severity\": \"curious\"}");

        assertThat(event.type()).isEqualTo(new EventType("teleported"));
        assertThat(event.severity()).isEqualTo(new Severity("curious"));
        assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(1767372018));
    }
}
