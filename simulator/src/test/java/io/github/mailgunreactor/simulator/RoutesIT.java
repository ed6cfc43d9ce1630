package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIT {
    private static final Simulator SIMULATOR =
            Simulator.builder().clock(new AdjustableClock()).start();
    private static final IncomingMessage MESSAGE = IncomingMessage.of("ann@x.org", "sales@example.com")
            .subject("An order")
            .text("Ten, please\n> none?\n-- \nAnn");

    private final Caller caller = Caller.of(SIMULATOR);
    private final Caller control = Caller.anonymous(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private String route(int priority, String expression, String... actions) throws Exception {
        String[] form = new String[4 + 2 * actions.length];
        form[0] = "priority";
        form[1] = String.valueOf(priority);
        form[2] = "expression";
        form[3] = expression;
        for (int i = 0; i < actions.length; i++) {
            form[4 + 2 * i] = "action";
            form[5 + 2 * i] = actions[i];
        }
        HttpResponse<String> response = caller.form("POST", "/v3/routes", form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(Caller.object(response).get("route"))).get("id"));
    }

    private static List<String> gotBy() {
        return SIMULATOR.mailbox().all().stream()
                .map(ReceivedMessage::recipient)
                .toList();
    }

    @Test
    void routesAreRunByPriorityUntilOneStops() throws Exception {
        String last = route(5, "match_recipient(\".*\")", "forward(\"last@x.org\")");
        String first = route(0, "match_recipient('sales@.*')", "forward(\"first@x.org, also@x.org\")");

        assertThat(SIMULATOR.receive(MESSAGE).routes()).containsExactly(first, last);
        assertThat(gotBy()).containsExactly("first@x.org", "also@x.org", "last@x.org");

        route(1, "match_header(\"subject\", \"An .*\")", "stop()");
        assertThat(SIMULATOR.receive(MESSAGE).routes()).hasSize(2).doesNotContain(last);
    }

    @Test
    void aCatchAllIsForWhatNoRouteBeforeItIsFor() throws Exception {
        String rest = route(1, "catch_all()", "store()");
        String support = route(0, "match_recipient(\"support@.*\")", "store()");

        assertThat(SIMULATOR.receive(MESSAGE).routes()).containsExactly(rest);
        assertThat(SIMULATOR
                        .receive(IncomingMessage.of("ann@x.org", "support@example.com"))
                        .routes())
                .containsExactly(support);
    }

    @Test
    void whatAnExpressionCapturedGoesIntoItsActions() throws Exception {
        route(
                0,
                "match_recipient(\"^(?P<user_name>[a-z]+)\\+(.*)@example\\.com$\") and match_header(\"from\", \".*\")",
                "forward(\"\\g<user_name>.\\2@x.org\")");

        SIMULATOR.receive(IncomingMessage.of("ann@x.org", "bob+orders@example.com"));
        SIMULATOR.receive(IncomingMessage.of("ann@x.org", "bob@example.com"));

        assertThat(gotBy()).containsExactly("bob.orders@x.org");
    }

    @Test
    void whatNothingIsForGoesBackToItsSender() {
        IncomingResult result = SIMULATOR.receive(MESSAGE);

        assertThat(result).isEqualTo(new IncomingResult(false, List.of(), List.of(), null, null));
        assertThat(SIMULATOR
                        .receive(IncomingMessage.of("ann@x.org", "a@unknown.example"))
                        .accepted())
                .isFalse();
    }

    @Test
    void storedMailIsFetchedWhereItsUrlSays() throws Exception {
        route(0, "catch_all()", "store()");

        String url = Objects.requireNonNull(SIMULATOR
                .receive(MESSAGE.attachment("a.txt", "text/plain", "file".getBytes(StandardCharsets.UTF_8)))
                .storageUrl());

        Map<String, Object> stored =
                Caller.object(caller.get(url.substring(SIMULATOR.baseUrl().length())));
        assertThat(stored)
                .containsEntry("recipients", "sales@example.com")
                .containsEntry("from", "ann@x.org")
                .containsEntry("subject", "An order")
                .containsEntry("X-Envelope-From", "<ann@x.org>");
        assertThat(String.valueOf(stored.get("attachments"))).contains("a.txt");
        assertThat(Caller.objects(caller.get("/v3/example.com/events?ascending=yes&begin=0&event=stored"), "items"))
                .singleElement()
                .satisfies(event ->
                        assertThat(String.valueOf(event.get("storage"))).contains(url));
    }

    @Test
    void aUrlGetsTheMailInPartsUntilItTakesIt() throws Exception {
        try (Receiver receiver = Receiver.answering(500)) {
            route(0, "catch_all()", "forward(\"" + receiver.url("/mail") + "\")");

            SIMULATOR.receive(MESSAGE.html("<p>Ten</p>"));

            String refused = receiver.next().text();
            Eventually.holds(
                    () -> SIMULATOR.deliveries().only("forward").attempts().size() == 1);
            SIMULATOR.clock().advance(Duration.ofHours(9));
            assertThat(receiver.next().text())
                    .isEqualTo(refused)
                    .contains("recipient=sales%40example.com", "sender=ann%40x.org", "subject=An+order")
                    .contains("&Subject=An+order", "&body-html=%3Cp%3ETen", "&message-headers=%5B%5B")
                    .contains("&stripped-text=Ten%2C+please&", "&stripped-signature=Ann&")
                    .contains("&timestamp=", "&token=", "&signature=");
        }
    }

    @Test
    void aUrlThatCannotBeReachedIsTriedAgain() throws Exception {
        route(0, "catch_all()", "forward(\"https://127.0.0.1:1/mail\")");

        SIMULATOR.receive(MESSAGE);

        Eventually.holds(() -> SIMULATOR.deliveries().only("forward").attempts().size() == 1);
        assertThat(SIMULATOR.deliveries().only("forward").nextAttempt()).isNotNull();
    }

    @Test
    void aUrlThatEndsInMimeGetsTheWholeMessage() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            route(0, "catch_all()", "forward(\"" + receiver.url("/raw-mime") + "\")");

            SIMULATOR.receive(MESSAGE);

            assertThat(receiver.next().text())
                    .contains("body-mime=Mime-Version%3A+1.0")
                    .doesNotContain("body-plain");
        }
    }

    @Test
    void filesAreNumberedParts() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            route(0, "catch_all()", "forward(\"" + receiver.url("/mail") + "\")");

            SIMULATOR.receive(MESSAGE.attachment("a.txt", "text/plain", new byte[] {65})
                    .inline("logo", "logo.png", "image/png", new byte[] {66}));

            assertThat(receiver.next().text())
                    .contains(
                            "name=\"attachment-1\"; filename=\"a.txt\"", "name=\"attachment-2\"; filename=\"logo.png\"")
                    .contains("name=\"attachment-count\"\r\n\r\n2", "{\"<logo>\":\"attachment-2\"}");
        }
    }

    @Test
    void whoIsToldOfStoredMailGetsItsUrl() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            route(0, "catch_all()", "store(notify=\"" + receiver.url("/stored") + "\")");

            SIMULATOR.receive(MESSAGE.attachment("a.txt", "text/plain", new byte[] {65}));

            assertThat(receiver.next().text())
                    .contains("&domain=example.com&message-url=http", "&attachments=%5B%7B%22url%22")
                    .doesNotContain("attachment-count");
        }
    }

    @Test
    void forwardsAreForTheirDomain() throws Exception {
        SIMULATOR.domains().add("other.example");
        caller.form(
                "POST",
                "/v3/forwards",
                "match",
                "sales@.*",
                "forward.recipient",
                "bob@y.org",
                "forward.store",
                "yes",
                "domain.name",
                "example.com");

        IncomingResult result = SIMULATOR.receive(MESSAGE);
        SIMULATOR.receive(IncomingMessage.of("ann@x.org", "sales@other.example"));

        assertThat(result.forwards()).hasSize(1);
        assertThat(result.storageUrl()).isNotNull();
        assertThat(gotBy()).containsExactly("bob@y.org");
    }

    @ParameterizedTest
    @CsvSource({
        "readonly, ann@x.org, false",
        "members, ann@x.org, true",
        "members, eve@x.org, false",
        "everyone, eve@x.org, true"
    })
    void aListTakesPostsOfThoseWhomItsAccessLevelNames(String level, String sender, boolean taken) throws Exception {
        caller.form("POST", "/v3/lists", "address", "sales@example.com", "access_level", level);
        caller.form("POST", "/v3/lists/sales@example.com/members", "address", "ann@x.org");

        IncomingResult result = SIMULATOR.receive(
                IncomingMessage.of(sender, "sales@example.com").text("hello, all"));

        assertThat(result.accepted()).isEqualTo(taken);
        assertThat(gotBy()).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match_recipient(\"a\") or catch_all()",
                "match_recipient(a)",
                "match_recipient(\"a\", \"b\")",
                "match_recipient(\"(\")",
                "match_recipient(\"a\\\")",
                "catch_all() and",
                "catch_all() x",
                "match_body(\"a\")",
                ""
            })
    void refusesWhatIsNoExpression(String expression) throws Exception {
        assertThat(caller.form("POST", "/v3/routes", "expression", expression, "action", "stop()")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forward()", "forward(\"\")", "stop(\"now\")", "store(to=\"x\")", "stop() and stop()", "drop()"})
    void refusesWhatIsNoAction(String action) throws Exception {
        assertThat(caller.form("POST", "/v3/routes", "expression", "catch_all()", "action", action)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void mailComesInOverHttpToo() throws Exception {
        String id = route(0, "match_header(\"X-Kind\", \"order\")", "forward(\"bob@y.org\")");

        Map<String, Object> result = Caller.object(control.json(
                "POST",
                "/_simulator/incoming",
                Map.of(
                        "sender", "ann@x.org",
                        "recipient", "sales@example.com",
                        "subject", "An order",
                        "text", "Ten",
                        "headers", Map.of("X-Kind", "order"),
                        "attachments",
                                List.of(Map.of(
                                        "name",
                                        "a.txt",
                                        "content",
                                        Base64.getEncoder().encodeToString(new byte[] {65}))))));

        assertThat(result).containsEntry("accepted", true).containsEntry("routes", List.of(id));
        assertThat(SIMULATOR.mailbox().only("bob@y.org").subject()).isEqualTo("An order");
        assertThat(control.json("POST", "/_simulator/incoming", Map.of("sender", "ann"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void incomingMailIsRefusedThatNoServerWouldTake() {
        assertThatIllegalArgumentException().isThrownBy(() -> IncomingMessage.of("Ann <ann@x.org>", "a@example.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> IncomingMessage.of("ann@x.org", "nobody"));
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.header("X-A", "1\r\nBcc: eve@x.org"));
        assertThat(MESSAGE.toString()).doesNotContain("ann", "order");
    }
}
