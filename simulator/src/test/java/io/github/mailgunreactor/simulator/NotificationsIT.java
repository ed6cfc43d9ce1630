package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.deliveries.Notification;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationBody;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is posted besides the JSON of webhooks. */
class NotificationsIT {
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(new AdjustableClock())
            .retryDeliveriesAfter(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(4))
            .retryRoutesAfter(Duration.ofMinutes(30))
            .start();

    private final Caller mailgun = Caller.of(SIMULATOR);
    private final Caller control = Caller.anonymous(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static RecordedDelivery settled(String type) throws InterruptedException {
        Eventually.holds(() -> SIMULATOR.deliveries().only(type).state() != RecordedDelivery.State.PENDING);
        return SIMULATOR.deliveries().only(type);
    }

    @Test
    void signTheWholeBodyOfAnAlertWithTheKeyOfTheAlertSettings() throws Exception {
        try (Receiver receiver = Receiver.answering(204)) {
            Object key = setUpAlert(receiver.url("/alerts")).get("signing_key");

            assertThat(SIMULATOR.account().raiseAlert("ip_listed", Map.of("ip", "203.0.113.7")))
                    .isEqualTo(1);

            Receiver.Received told = receiver.next();
            assertThat(told.sign()).isEqualTo(Receiver.hmac(String.valueOf(key), told.body()));
            assertThat(told.json("event_data"))
                    .containsEntry("event", "ip_listed")
                    .containsEntry("ip", "203.0.113.7");
            assertThat(settled("ip_listed").state()).isEqualTo(RecordedDelivery.State.DONE);
        }
    }

    @Test
    void switchAnAlertOffThatIsNeverTaken() throws Exception {
        try (Receiver receiver = Receiver.answering(500, 500, 500, 500)) {
            setUpAlert(receiver.url("/alerts"));
            control.json("POST", "/_simulator/alerts", Map.of("type", "ip_listed"));
            Eventually.holds(
                    () -> SIMULATOR.deliveries().only("ip_listed").attempts().size() == 1);

            SIMULATOR.clock().advance(Duration.ofHours(9));

            settled("ip_listed");
            assertThat(Caller.objects(mailgun.get("/v1/alerts/settings"), "events")
                            .get(0)
                            .get("disabled_at"))
                    .isNotNull();
            assertThat(SIMULATOR.account().raiseAlert("ip_listed", Map.of())).isZero();
        }
    }

    @SuppressWarnings("unchecked") // what the settings look like
    private Map<String, Object> setUpAlert(String url) throws Exception {
        mailgun.json(
                "POST",
                "/v1/alerts/settings/events",
                Map.of("event_type", "ip_listed", "channel", "webhook", "settings", Map.of("url", url)));
        return (Map<String, Object>) Objects.requireNonNull(
                Caller.object(mailgun.get("/v1/alerts/settings")).get("webhooks"));
    }

    @Test
    void postFormsWithTheSignatureAmongTheFields() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            List<NotificationBody.Field> fields = List.of(new NotificationBody.Field("subject", "Grüße & mehr"));
            post(receiver.url("/form"), NotificationBody.form(fields, List.of()));

            Receiver.Received told = receiver.next();

            assertThat(told.contentType()).isEqualTo("application/x-www-form-urlencoded");
            assertThat(told.text())
                    .startsWith("subject=Gr%C3%BC%C3%9Fe+%26+mehr&timestamp=")
                    .contains("&signature=");
        }
    }

    @Test
    void postFilesInMultipartForms() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            NotificationFile file = new NotificationFile(
                    "attachment-1", "a\"b.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8));
            post(receiver.url("/form"), NotificationBody.form(List.of(), List.of(file)));

            Receiver.Received told = receiver.next();

            assertThat(told.contentType()).startsWith("multipart/form-data; boundary=");
            assertThat(told.text())
                    .contains(
                            "name=\"attachment-1\"; filename=\"a%22b.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n")
                    .contains("name=\"token\"");
        }
    }

    private static void post(String url, NotificationBody body) {
        SIMULATOR
                .state()
                .locked(() -> Deliveries.of(SIMULATOR.state())
                        .post(new Notification(
                                Notification.Kind.ROUTE,
                                "forward",
                                url,
                                Objects.requireNonNull(SIMULATOR.state().account("simulated")),
                                "us",
                                body)));
    }

    @Test
    void failWhereTheUrlIsNone() throws Exception {
        post("http://", NotificationBody.form(List.of(), List.of()));

        Eventually.holds(() -> SIMULATOR.deliveries().only("forward").attempts().size() == 1);
        assertThat(SIMULATOR.deliveries().only("forward").statuses()).containsExactly(0);
    }

    @Test
    void fromRoutesComeAgainByTheScheduleOfRoutes() throws Exception {
        try (Receiver receiver = Receiver.answering(500, 500)) {
            post(receiver.url("/form"), NotificationBody.form(List.of(), List.of()));
            Eventually.holds(
                    () -> SIMULATOR.deliveries().only("forward").attempts().size() == 1);

            SIMULATOR.clock().advance(Duration.ofMinutes(29));
            assertThat(SIMULATOR.deliveries().only("forward").attempts()).hasSize(1);
            SIMULATOR.clock().advance(Duration.ofMinutes(1));

            assertThat(settled("forward").state()).isEqualTo(RecordedDelivery.State.GIVEN_UP);
            assertThat(settled("forward").statuses()).containsExactly(500, 500);
        }
    }

    @Test
    void waitAsMailgunDoesWithASecondForFiveMinutes() {
        Deliveries.Settings defaults = Simulator.builder().deliveries();

        assertThat(defaults.schedule())
                .extracting(wait -> wait.multipliedBy(300).toMinutes())
                .containsExactly(5L, 10L, 15L, 60L, 120L, 240L);
        assertThat(defaults.routeSchedule())
                .extracting(wait -> wait.multipliedBy(300).toMinutes())
                .containsExactly(10L, 15L, 30L, 60L, 120L, 240L);
    }
}
