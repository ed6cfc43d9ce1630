package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesIT {
    private static final Duration[] WAITS = {Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(4)};
    private static final Simulator SIMULATOR = Simulator.builder()
            .account("acme", "key-acme")
            .subaccount("acme", "shop")
            .clock(new AdjustableClock())
            .retryDeliveriesAfter(WAITS)
            .deliveryTimeout(Duration.ofMillis(400))
            .keepDeliveries(20)
            .start();

    private final Caller mailgun = Caller.of(SIMULATOR);
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

    private void register(String type, String... urls) throws Exception {
        for (String url : urls) {
            mailgun.form("POST", "/v4/domains/example.com/webhooks", "url", url, "event_types", type);
        }
    }

    private void registerForAccount(Caller caller, String type, String url) throws Exception {
        caller.multipart("POST", "/v1/webhooks", "url", url, "event_types", type);
    }

    private void send() throws Exception {
        send(mailgun, "example.com");
    }

    private static void send(Caller caller, String domain) throws Exception {
        caller.form("POST", "/v3/" + domain + "/messages", "from", "us@" + domain, "to", "a@x.org", "text", "hello");
    }

    private static RecordedDelivery settled(String type) throws InterruptedException {
        Eventually.holds(() -> SIMULATOR.deliveries().only(type).state() != RecordedDelivery.State.PENDING);
        return SIMULATOR.deliveries().only(type);
    }

    private static void attempted(int times) throws InterruptedException {
        Eventually.holds(
                () -> SIMULATOR.deliveries().only("delivered").attempts().size() == times);
    }

    private static String hmac(String key, Map<String, Object> signature) throws Exception {
        String signed = String.valueOf(signature.get("timestamp")) + signature.get("token");
        return Receiver.hmac(key, signed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellARegisteredWebhookWithASignatureOfTheAccount() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("delivered", receiver.url("/hook"));

            send();

            Receiver.Received told = receiver.next();
            assertThat(told.contentType()).isEqualTo("application/json");
            assertThat(told.json("signature"))
                    .containsEntry("signature", hmac(SIMULATOR.signingKey(), told.json("signature")));
            assertThat(told.json("signature")).doesNotContainKey("parent-signature");
            assertThat(told.json("event-data"))
                    .containsEntry("event", "delivered")
                    .containsEntry("recipient", "a@x.org")
                    .containsEntry("account", Map.of("id", "acme"))
                    .containsEntry("domain", Map.of("name", "example.com"))
                    .containsEntry("user-variables", List.of());
            assertThat(settled("delivered").statuses()).containsExactly(200);
            assertThat(SIMULATOR.deliveries().pending()).isZero();
        }
    }

    @Test
    void tellOnlyOfWhatWasAskedFor() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("accepted", receiver.url("/hook"));

            send();

            settled("accepted");
            assertThat(SIMULATOR.deliveries().all()).hasSize(1);
        }
    }

    @Test
    void nameFailuresByTheirSeverity() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("permanent_fail", receiver.url("/permanent"));
            register("temporary_fail", receiver.url("/temporary"));
            SIMULATOR.deliverAtOnce(false);
            send();
            Object key = Caller.objects(control.get("/_simulator/messages"), "items")
                    .get(0)
                    .get("key");

            control.json(
                    "POST",
                    "/_simulator/messages/" + key + "/events",
                    Map.of("event", "failed", "severity", "temporary"));
            control.json("POST", "/_simulator/messages/" + key + "/events", Map.of("event", "failed"));

            assertThat(settled("temporary_fail").url()).isEqualTo(receiver.url("/temporary"));
            assertThat(settled("permanent_fail").url()).isEqualTo(receiver.url("/permanent"));
        }
    }

    @Test
    void comeAgainByTheScheduleWithTheSameBodyUntilTheyAreTaken() throws Exception {
        try (Receiver receiver = Receiver.answering(500, 202)) {
            register("delivered", receiver.url("/hook"));
            send();
            byte[] first = receiver.next().body();
            attempted(1);

            SIMULATOR.clock().advance(Duration.ofMinutes(4));
            assertThat(SIMULATOR.deliveries().only("delivered").attempts()).hasSize(1);
            SIMULATOR.clock().advance(Duration.ofMinutes(1));
            assertThat(receiver.next().body()).isEqualTo(first);
            attempted(2);
            SIMULATOR.clock().advance(Duration.ofMinutes(10));
            assertThat(receiver.next().body()).isEqualTo(first);

            assertThat(settled("delivered").statuses()).containsExactly(500, 202, 200);
            assertThat(settled("delivered").nextAttempt()).isNull();
        }
    }

    @Test
    void makeUpForEveryAttemptThatIsDueWhenTimePassesAtOnce() throws Exception {
        try (Receiver receiver = Receiver.answering(500, 500, 500, 500)) {
            register("delivered", receiver.url("/hook"));
            send();
            attempted(1);

            SIMULATOR.clock().advance(Duration.ofHours(9));

            RecordedDelivery told = settled("delivered");
            assertThat(told.statuses()).containsExactly(500, 500, 500, 500);
            assertThat(told.state()).isEqualTo(RecordedDelivery.State.GIVEN_UP);
        }
    }

    @Test
    void endWith406() throws Exception {
        try (Receiver receiver = Receiver.answering(503, 406)) {
            register("delivered", receiver.url("/hook"));
            send();
            attempted(1);

            SIMULATOR.clock().advance(Duration.ofHours(9));

            assertThat(settled("delivered").state()).isEqualTo(RecordedDelivery.State.REFUSED);
            assertThat(settled("delivered").statuses()).containsExactly(503, 406);
        }
    }

    @Test
    void goOnceToAUrlThatDomainAndAccountHaveRegistered() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("delivered", receiver.url("/hook"));
            registerForAccount(mailgun, "delivered", receiver.url("/hook"));
            registerForAccount(mailgun, "delivered", receiver.url("/other"));

            send();

            Eventually.holds(() -> SIMULATOR.deliveries().count() == 2
                    && SIMULATOR.deliveries().pending() == 0);
            assertThat(SIMULATOR.deliveries().all())
                    .extracting(RecordedDelivery::url)
                    .containsExactly(receiver.url("/hook"), receiver.url("/other"));
        }
    }

    @Test
    void tellTheParentOfWhatHappensToItsSubaccountAndProveItWithBothKeys() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            SIMULATOR.account("shop").domains().add("shop.example");
            registerForAccount(mailgun, "delivered", receiver.url("/parent"));

            send(mailgun.with("X-Mailgun-On-Behalf-Of", "shop"), "shop.example");

            Map<String, Object> signature = receiver.next().json("signature");
            assertThat(signature)
                    .containsEntry("signature", hmac(SIMULATOR.account("shop").signingKey(), signature))
                    .containsEntry(
                            "parent-signature", hmac(SIMULATOR.account("acme").signingKey(), signature));
            assertThat(settled("delivered").account()).isEqualTo("shop");
        }
    }

    @Test
    void doNotTellASubaccountOfItsParent() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            registerForAccount(mailgun.with("X-Mailgun-On-Behalf-Of", "shop"), "delivered", receiver.url("/shop"));

            send();

            assertThat(SIMULATOR.deliveries().all()).isEmpty();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        }
    }

    @Test
    void reachOneReceiverWhileOthersAreSlowOrGone() throws Exception {
        try (Receiver slow = Receiver.after(Duration.ofSeconds(2));
                Receiver well = Receiver.answering()) {
            String closed = "http://127.0.0.1:" + freePort() + "/closed";
            register("delivered", slow.url("/slow"), closed, well.url("/well"));
            for (int i = 0; i < 40; i++) {
                send();
            }

            for (int i = 0; i < 40; i++) {
                well.next();
            }
            Eventually.holds(() -> SIMULATOR.deliveries().to(slow.url("/slow")).stream()
                    .anyMatch(told -> !told.attempts().isEmpty()));
            assertThat(SIMULATOR
                            .deliveries()
                            .to(slow.url("/slow"))
                            .get(0)
                            .attempts()
                            .get(0)
                            .failure())
                    .contains("Timeout");
            assertThat(SIMULATOR
                            .deliveries()
                            .to(closed)
                            .get(0)
                            .attempts()
                            .get(0)
                            .failure())
                    .contains("refused");
        }
    }

    @Test
    void keepTheLatestThatAreSettled() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("delivered", receiver.url("/hook"));
            for (int i = 0; i < 25; i++) {
                send();
            }
            Eventually.holds(() -> SIMULATOR.deliveries().count() == 25
                    && SIMULATOR.deliveries().pending() == 0);

            assertThat(SIMULATOR.deliveries().all()).hasSize(20);
        }
    }

    @Test
    void areRepeatedByHandWithTheSameSignature() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            register("delivered", receiver.url("/hook"));
            send();
            byte[] first = receiver.next().body();
            long id = settled("delivered").id();

            SIMULATOR.deliveries().redeliver(id);

            assertThat(receiver.next().body()).isEqualTo(first);
            assertThat(settled("delivered").statuses()).containsExactly(200, 200);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SIMULATOR.deliveries().redeliver(99));
        }
    }

    @Test
    void areForgottenByAReset() throws Exception {
        try (Receiver receiver = Receiver.answering(500)) {
            register("delivered", receiver.url("/hook"));
            send();
            receiver.next();
            attempted(1);

            SIMULATOR.reset();
            SIMULATOR.clock().advance(Duration.ofHours(9));
            Thread.sleep(300);

            assertThat(SIMULATOR.deliveries().all()).isEmpty();
            assertThat(receiver.left()).isZero();
        }
    }

    @Test
    void showWhatThereIsWhereOneWasExpected() {
        assertThatThrownBy(() -> SIMULATOR.deliveries().only("opened"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected one delivery of opened, but there were 0");
    }

    @Test
    void areListedAndRepeatedOverHttp() throws Exception {
        try (Receiver receiver = Receiver.answering(406)) {
            register("delivered", receiver.url("/hook"));
            register("accepted", receiver.url("/hook"));
            send();
            Eventually.holds(() -> SIMULATOR.deliveries().count() == 2
                    && SIMULATOR.deliveries().pending() == 0);

            Map<String, Object> refused = Caller.objects(control.get("/_simulator/deliveries?state=refused"), "items")
                    .get(0);
            assertThat(refused).containsEntry("kind", "webhook").containsEntry("url", receiver.url("/hook"));
            assertThat(Caller.objects(control.get("/_simulator/deliveries?type=opened"), "items"))
                    .isEmpty();
            assertThat(Caller.objects(control.get("/_simulator/deliveries?limit=1"), "items"))
                    .hasSize(1);

            control.json("POST", "/_simulator/deliveries/" + refused.get("id") + "/redeliver", Map.of());

            Eventually.holds(() -> SIMULATOR.deliveries().pending() == 0);
            assertThat(Caller.object(control.get("/_simulator/deliveries/" + refused.get("id"))))
                    .containsEntry("state", "done");
            assertThat(control.get("/_simulator/deliveries/77").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void beginWhereTheScheduleIsDueWithoutAnybodyAsking() throws Exception {
        try (Receiver receiver = Receiver.answering(500);
                Simulator impatient = Simulator.builder()
                        .retryDeliveriesAfter(Duration.ofMillis(200))
                        .start()) {
            impatient.domains().add("example.com");
            Caller caller = Caller.of(impatient);
            caller.form(
                    "POST", "/v4/domains/example.com/webhooks", "url", receiver.url("/"), "event_types", "delivered");

            send(caller, "example.com");

            receiver.next();
            receiver.next();
        }
    }
}
