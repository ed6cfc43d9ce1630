package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlIT {
    private static final Simulator SIMULATOR =
            Simulator.builder().clock(new AdjustableClock()).start();

    /** Stands for all operations of Mailgun, so that no route of the control has it. */
    private static final String AS_AN_ACCOUNT = "/_simulator/as/{account}/{path}";

    private final Caller mailgun = Caller.of(SIMULATOR);
    private final Caller control = Caller.anonymous(SIMULATOR);

    @BeforeEach
    void reset() throws Exception {
        control.send("POST", "/_simulator/reset", BodyPublishers.noBody(), null);
        control.json("POST", "/_simulator/seed", Map.of("domains", List.of(Map.of("name", "example.com"))));
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private String send(String... more) throws Exception {
        List<String> form = new ArrayList<>(List.of("from", "us@example.com", "to", "a@x.org", "text", "hello"));
        form.addAll(List.of(more));
        mailgun.form("POST", "/v3/example.com/messages", form.toArray(String[]::new));
        return String.valueOf(messages().get(messages().size() - 1).get("key"));
    }

    private List<Map<String, Object>> messages() throws Exception {
        return Caller.objects(control.get("/_simulator/messages"), "items");
    }

    private HttpResponse<String> happen(String key, Map<String, Object> event) throws Exception {
        return control.json("POST", "/_simulator/messages/" + key + "/events", event);
    }

    @Test
    @SuppressWarnings("unchecked") // what an OpenAPI file is made of
    void isDescribedPathByPath() throws Exception {
        try (InputStream file = Objects.requireNonNull(Control.class.getResourceAsStream("control-openapi.json"))) {
            Map<String, Object> document =
                    (Map<String, Object>) Objects.requireNonNull(Json.readAny(file.readAllBytes()));
            List<String> described = new ArrayList<>();
            ((Map<String, Map<String, Object>>) Objects.requireNonNull(document.get("paths")))
                    .forEach((path, methods) -> methods.keySet()
                            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

            described.removeIf(operation -> operation.endsWith(AS_AN_ACCOUNT));
            assertThat(Control.routes(SIMULATOR).operations()).containsExactlyInAnyOrderElementsOf(described);
        }
    }

    @Test
    void isUpWithoutAKeyAndInNoJournal() throws Exception {
        HttpResponse<String> health = control.get("/_simulator/health");

        assertThat(Caller.object(health)).containsEntry("status", "ok").containsEntry("requests", 0L);
        assertThat(SIMULATOR.journal().count()).isZero();
    }

    @Test
    void showsWhatEachRecipientGot() throws Exception {
        String key = send("subject", "Hi %recipient.name%", "recipient-variables", "{\"a@x.org\":{\"name\":\"Ada\"}}");

        assertThat(messages())
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("recipient", "a@x.org")
                .containsEntry("subject", "Hi Ada")
                .containsEntry("delivered", true);
        assertThat(Caller.objects(control.get("/_simulator/messages/" + key), "copies")
                        .get(0))
                .containsEntry("text", "hello");
        assertThat(Caller.objects(control.get("/_simulator/messages?recipient=b@x.org"), "items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"failed, bounces", "complained, complaints", "unsubscribed, unsubscribes"})
    void anEventHasItsEffectOnTheSuppressionLists(String event, String list) throws Exception {
        String key = send();

        assertThat(happen(key, Map.of("event", event)).statusCode()).isEqualTo(200);

        assertThat(mailgun.get("/v3/example.com/" + list + "/a@x.org").statusCode())
                .isEqualTo(200);
        assertThat(Caller.objects(mailgun.get("/v3/example.com/events?begin=0&ascending=yes&event=" + event), "items"))
                .hasSize(1);
    }

    @Test
    void anAllowedAddressNeverGetsOntoTheBounceList() throws Exception {
        SIMULATOR.suppressions("example.com").allowDomain("x.org");

        happen(send(), Map.of("event", "failed", "code", 550));

        assertThat(SIMULATOR.suppressions("example.com").bounces()).isEmpty();
    }

    @Test
    void tellsMailThatCameInFromMailThatWasNotDelivered() throws Exception {
        ZonedDateTime soon = SIMULATOR.clock().instant().plusSeconds(3600).atZone(ZoneOffset.UTC);
        send("o:deliverytime", DateTimeFormatter.RFC_1123_DATE_TIME.format(soon));
        mailgun.form("POST", "/v3/routes", "expression", "catch_all()", "action", "store()");
        control.json(
                "POST",
                "/_simulator/incoming",
                Map.of("sender", "ada@example.org", "recipient", "orders@example.com", "text", "Ten"));

        assertThat(messages()).extracting(message -> message.get("state")).containsExactly("scheduled", "stored");
    }

    @Test
    void whatIsNotDeliveredAtOnceIsDeliveredOnRequest() throws Exception {
        control.json("PUT", "/_simulator/settings", Map.of("deliver_at_once", false));
        String key = send();
        assertThat(SIMULATOR.mailbox().size()).isZero();

        happen(key, Map.of("event", "delivered"));

        assertThat(SIMULATOR.mailbox().only("a@x.org").text()).isEqualTo("hello");
    }

    @Test
    void anUnsubscribeLinkUnsubscribes() throws Exception {
        send("html", "<a href=\"%unsubscribe_url%\">no more</a>");
        String html = Objects.requireNonNull(SIMULATOR.mailbox().only("a@x.org").html());

        control.get(html.replaceAll(".*href=\"([^\"]+)\".*", "$1"));

        assertThat(SIMULATOR.suppressions("example.com").unsubscribes()).containsExactly("a@x.org");
    }

    @Test
    void faultsAreSetAndRemoved() throws Exception {
        control.json(
                "POST",
                "/_simulator/faults",
                Map.of("operation", "GET /v1/keys", "status", 503, "headers", Map.of("Retry-After", "1")));
        assertThat(mailgun.get("/v1/keys").headers().firstValue("Retry-After")).hasValue("1");

        control.delete("/_simulator/faults");

        assertThat(mailgun.get("/v1/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void theClockCanBeAdvanced() throws Exception {
        send("o:deliverytime", "Fri, 23 Jan 2026 12:00:00 GMT");

        control.json("POST", "/_simulator/clock/advance", Map.of("to", "2026-01-23T12:00:00Z"));

        assertThat(SIMULATOR.mailbox().size()).isEqualTo(1);
    }

    @Test
    void theJournalShowsRequestsWithoutCredentials() throws Exception {
        send();

        HttpResponse<String> requests = control.get("/_simulator/requests?limit=1");

        assertThat(requests.body()).contains("POST /v3/{domain}/messages").doesNotContain("Basic ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/_simulator/seed|{\"domain\":[]}|a seed must be one of",
                "/_simulator/seed|{\"domains\":[{}]}|name is missing",
                "/_simulator/faults|{\"operation\":\"GET /nothing\"}|operation must be one that the simulator serves",
                "/_simulator/faults|{\"stauts\":503}|unknown field \"stauts\" of a fault",
                "/_simulator/clock/advance|{\"seconds\":\"x\"}|seconds must be a number",
            })
    void saysWhatIsWrong(String path, String json, String message) throws Exception {
        HttpResponse<String> response = control.send("POST", path, BodyPublishers.ofString(json), "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response).toString()).startsWith(message);
    }

    @Test
    void pagesAreLinkedByTheNameThatTheClientUsed() throws Exception {
        HttpResponse<String> page = mailgun.with("X-Forwarded-Host", "mailgun.test:8443")
                .with("X-Forwarded-Proto", "https")
                .get("/v3/example.com/bounces");

        assertThat(page.body()).contains("https://mailgun.test:8443/v3/example.com/bounces");
        assertThat(mailgun.with("X-Forwarded-Host", "bad\"host")
                        .get("/v3/example.com/bounces")
                        .body())
                .contains(SIMULATOR.baseUrl());
    }

    @Test
    void takesJsonThatIsLabelledAsAForm() throws Exception {
        control.send(
                "POST",
                "/_simulator/seed",
                BodyPublishers.ofString("{\"domains\": [{\"name\": \"curl.example\"}]}"),
                "application/x-www-form-urlencoded");

        assertThat(mailgun.get("/v4/domains/curl.example").statusCode()).isEqualTo(200);
    }

    @Test
    void asksMailgunAsAnAccountWithoutItsKey() throws Exception {
        HttpResponse<String> domains = control.get("/_simulator/as/simulated/v4/domains?limit=1");

        assertThat(Caller.objects(domains, "items")).hasSize(1);
        assertThat(SIMULATOR.journal().count()).isZero();
        assertThat(control.get("/_simulator/as/nobody/v4/domains").statusCode()).isEqualTo(404);
        assertThat(control.get("/_simulator/as/simulated/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherPageOfTheBrowserChangesNothing() throws Exception {
        HttpResponse<String> refused = control.with("Origin", "https://evil.example")
                .json("POST", "/_simulator/seed", Map.of("domains", List.of(Map.of("name", "evil.example"))));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(control.with("Origin", SIMULATOR.baseUrl())
                        .send("POST", "/_simulator/reset", BodyPublishers.noBody(), null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void findsMessagesAndForgetsThem() throws Exception {
        send("subject", "Quarterly report", "o:tag", "finance");
        send("subject", "Lunch?");
        send("subject", "Last");

        assertThat(found("search=QUARTER")).containsExactly("Quarterly report");
        assertThat(found("search=finan")).containsExactly("Quarterly report");
        assertThat(found("limit=1&skip=1")).containsExactly("Lunch?");
        assertThat(found("search=nothing")).isEmpty();

        control.delete("/_simulator/messages");
        assertThat(found("")).isEmpty();
    }

    private List<Object> found(String query) throws Exception {
        return Caller.objects(control.get("/_simulator/messages?" + query), "items").stream()
                .map(message -> message.get("subject"))
                .toList();
    }

    @Test
    void aTimelineHasWhatHappenedToOneCopy() throws Exception {
        String key = send("to", "b@x.org");
        happen(key, Map.of("event", "opened", "recipient", "b@x.org"));

        HttpResponse<String> events = control.get("/_simulator/messages/" + key + "/events?recipient=b@x.org");

        assertThat(Caller.objects(events, "items"))
                .extracting(event -> event.get("event"))
                .containsExactly("accepted", "delivered", "opened");
    }

    @Test
    void masksSecretsOfBodies() throws Exception {
        mailgun.form("POST", "/v3/domains/example.com/credentials", "login", "ada", "password", "correct horse");
        mailgun.form("POST", "/v1/keys", "role", "admin");

        String requests = control.get("/_simulator/requests").body();

        assertThat(requests).contains("\"password\":[\"***\"]").doesNotContain("correct horse");
        assertThat(requests).contains("\\\"secret\\\":\\\"***");
    }

    @Test
    void showsEachRequestWithItsAnswer() throws Exception {
        mailgun.get("/v4/domains/nowhere.example");

        Map<String, Object> request = Caller.object(control.get("/_simulator/requests/1"));

        assertThat(request).containsEntry("status", 404L).containsEntry("operation", "GET /v4/domains/{domain}");
        assertThat(request).extractingByKey("response").asString().contains("nowhere.example");
        assertThat(control.get("/_simulator/requests/2").statusCode()).isEqualTo(404);
    }

    @Test
    void listsFaultsUntilTheyAreOver() throws Exception {
        control.json("POST", "/_simulator/faults", Map.of("operation", "GET /v1/keys", "status", 503, "times", 2));
        mailgun.get("/v1/keys");

        assertThat(Caller.objects(control.get("/_simulator/faults"), "items"))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("operation", "GET /v1/keys")
                .containsEntry("hits", 1L);

        mailgun.get("/v1/keys");
        assertThat(Caller.objects(control.get("/_simulator/faults"), "items")).isEmpty();
    }

    @Test
    void showsWhatATemplateMakesOfVariables() throws Exception {
        mailgun.form(
                "POST",
                "/v3/example.com/templates",
                "name",
                "welcome",
                "tag",
                "v1",
                "template",
                "<p>Dear {{name}}</p><iframe src=//x.example></iframe>",
                "headers",
                "{\"Subject\": \"For {{name}}\"}");
        mailgun.form(
                "POST", "/v3/example.com/templates/welcome/versions", "tag", "v2", "template", "<p>Hi {{name}}</p>");
        String asked = "?domain=example.com&variables="
                + URLEncoder.encode("{\"name\": \"Ada & Bob\"}", StandardCharsets.UTF_8);

        Map<String, Object> active = Caller.object(control.get("/_simulator/templates/welcome/preview" + asked));
        HttpResponse<String> framed = control.get("/_simulator/templates/welcome/preview/html" + asked);

        assertThat(active)
                .containsEntry("subject", "For Ada & Bob")
                .containsEntry("html", "<p>Dear Ada &amp; Bob</p><iframe src=//x.example></iframe>");
        assertThat(framed.body()).isEqualTo("<p>Dear Ada &amp; Bob</p><x-iframe src=//x.example></iframe>");
        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
        assertThat(control.get("/_simulator/templates/welcome/preview/html" + asked + "&version=v2")
                        .body())
                .isEqualTo("<p>Hi Ada &amp; Bob</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "welcome, domain=example.com, 404",
        "mine, domain=example.org, 404",
        "mine, version=v2, 404",
        "mine, variables=%5B%5D, 400",
        "mine, variables=%7B, 400",
        "mine, '', 200",
    })
    void aPreviewIsOfATemplateThatIsThere(String name, String query, int status) throws Exception {
        mailgun.form("POST", "/v4/templates", "name", "mine", "tag", "v1", "template", "hello");

        assertThat(control.get("/_simulator/templates/" + name + "/preview?" + query)
                        .statusCode())
                .isEqualTo(status);
    }
}
