package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.KEY;
import static io.github.mailgunreactor.webhooks.Deliveries.TIMESTAMP;
import static io.github.mailgunreactor.webhooks.Deliveries.TOKEN;
import static io.github.mailgunreactor.webhooks.Deliveries.bytes;
import static io.github.mailgunreactor.webhooks.Deliveries.hmac;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.events.Event;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.webhooks.RefusedDelivery.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

    @Test
    void givesTheEventOfADeliveryThatMailgunSigned() {
        EventDelivery delivery = (EventDelivery) verifier().verify(JSON, Deliveries.delivered());

        Event event = delivery.event();
        assertThat(event.type()).isEqualTo(EventType.DELIVERED);
        assertThat(event.recipient()).isEqualTo("alice@example.com");
        assertThat(delivery.token()).isEqualTo(TOKEN);
        assertThat(delivery.signedAt()).isEqualTo(Instant.ofEpochSecond(Long.parseLong(TIMESTAMP)));
    }

    @Test
    void hashesTheDigitsOfANumericTimestampAsTheyCame() {
        byte[] body =
                Deliveries.event(Deliveries.signature(TIMESTAMP, TOKEN).replace("\"" + TIMESTAMP + "\"", TIMESTAMP));

        assertThat(verifier().verify(JSON, body)).isInstanceOf(EventDelivery.class);
    }

    @Test
    void takesWhatWasSignedWithAnyOfItsKeys() {
        WebhookVerifier both = WebhookVerifier.of(Secret.of("key-that-comes-next"), Secret.of(KEY))
                .clock(java.time.Clock.fixed(Deliveries.NOW, java.time.ZoneOffset.UTC));

        assertThat(both.verify(JSON, Deliveries.delivered())).isInstanceOf(EventDelivery.class);
    }

    @Test
    void takesTheSignatureOfTheParentAccountToo() {
        byte[] body = Deliveries.event(
                "{\"timestamp\": \"%s\", \"token\": \"%s\", \"signature\": \"%s\", \"parent-signature\": \"%s\"}"
                        .formatted(
                                TIMESTAMP,
                                TOKEN,
                                hmac("key-of-the-subaccount", TIMESTAMP + TOKEN),
                                hmac(KEY, TIMESTAMP + TOKEN)));

        assertThat(verifier().verify(JSON, body)).isInstanceOf(EventDelivery.class);
    }

    @Test
    void refusesWhatWasSignedWithAnotherKey() {
        assertThat(WebhookVerifier.of(Secret.of("another key")).verify(JSON, Deliveries.delivered()))
                .isEqualTo(new RefusedDelivery(Reason.WRONG_SIGNATURE));
    }

    @Test
    void refusesWhatIsOlderThanItsWindow() {
        long tooOld = Deliveries.NOW.minus(Duration.ofHours(12)).getEpochSecond() - 1;

        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(Long.toString(tooOld), TOKEN))))
                .isEqualTo(new RefusedDelivery(Reason.TOO_OLD));
        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(Long.toString(tooOld + 1), TOKEN))))
                .isInstanceOf(EventDelivery.class);
    }

    @Test
    void takesARepetitionAfterTheEightHoursThatMailgunTriesFor() {
        long eightHoursAgo = Deliveries.NOW.minus(Duration.ofHours(8)).getEpochSecond();

        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(Long.toString(eightHoursAgo), TOKEN))))
                .isInstanceOf(EventDelivery.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 3_600, 86_400})
    void refusesWhatIsDatedInTheFuture(long seconds) {
        String later = Long.toString(Deliveries.NOW.getEpochSecond() + seconds);

        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(later, TOKEN))))
                .isEqualTo(new RefusedDelivery(Reason.IN_THE_FUTURE));
    }

    @Test
    void refusesATimestampInMilliseconds() {
        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(TIMESTAMP + "000", TOKEN))))
                .isEqualTo(new RefusedDelivery(Reason.IN_THE_FUTURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1771581600", "-1", "1e9", "1771581600.5", "9999999999999999999999", "now"})
    void refusesATimestampThatIsNone(String timestamp) {
        assertThat(verifier().verify(JSON, Deliveries.event(Deliveries.signature(timestamp, TOKEN))))
                .isEqualTo(new RefusedDelivery(Reason.UNSIGNED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "{\"event-data\": {}}", "{\"signature\": null}", "{\"signature\": {}}"})
    void refusesJsonWithoutASignature(String body) {
        assertThat(verifier().verify(JSON, bytes(body))).isInstanceOf(RefusedDelivery.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "", ";", "multipart/mixed; boundary=x"})
    void refusesAContentTypeThatMailgunDoesNotSend(String contentType) {
        assertThat(verifier().verify(contentType, Deliveries.delivered()))
                .isEqualTo(new RefusedDelivery(Reason.UNREADABLE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
    void knowsJsonByAnyOfItsNames(String contentType) {
        assertThat(verifier().verify(contentType, Deliveries.delivered())).isInstanceOf(EventDelivery.class);
    }

    @Test
    void refusesABodyBeyondItsBoundBeforeReadingIt() {
        assertThat(verifier().maxBytes(1024).verify(JSON, new byte[1025]))
                .isEqualTo(new RefusedDelivery(Reason.TOO_LARGE));
    }

    @Test
    void handsOnWhatIsSignedButOfAnUnknownShape() {
        byte[] body = bytes(
                "{\"signature\": %s, \"news-data\": {\"a\": 1}}".formatted(Deliveries.signature(TIMESTAMP, TOKEN)));

        UnknownDelivery delivery = (UnknownDelivery) verifier().verify(JSON, body);

        assertThat(delivery.body()).isEqualTo(body);
        assertThat(delivery.token()).isEqualTo(TOKEN);
    }

    @Test
    void readsAMessageThatARouteForwards() {
        String form = "recipient=shop%40example.com&sender=bob%40example.org&subject=Hello+there&body-plain=Hi%0D%0A"
                + "&message-headers=%5B%5B%22To%22%2C%22shop%40example.com%22%5D%5D&timestamp=" + TIMESTAMP + "&token="
                + TOKEN
                + "&signature=" + hmac(KEY, TIMESTAMP + TOKEN);

        FormDelivery delivery = (FormDelivery) verifier().verify("application/x-www-form-urlencoded", bytes(form));

        InboundMessage message = Objects.requireNonNull(delivery.inboundMessage());
        assertThat(message.subject()).isEqualTo("Hello there");
        assertThat(message.headers()).containsExactly(new InboundMessage.Header("To", "shop@example.com"));
        assertThat(delivery.toString()).doesNotContain("bob");
    }

    @Test
    void refusesAFormWithTwoSignatures() {
        String signed = "timestamp=" + TIMESTAMP + "&token=" + TOKEN + "&signature=" + hmac(KEY, TIMESTAMP + TOKEN);

        assertThat(verifier().verify("application/x-www-form-urlencoded", bytes(signed + "&signature=00")))
                .isEqualTo(new RefusedDelivery(Reason.UNSIGNED));
        assertThat(verifier().verify("application/x-www-form-urlencoded", bytes(signed)))
                .isInstanceOf(FormDelivery.class);
    }

    @Test
    void verifiesAnAlertByItsWholeBody() {
        byte[] body = bytes("""
                {"signature": {"timestamp": 1771581599, "token": "b912851220af04be63e2feacebeafc7844f813847d309631ec"},
                 "event_data": {"id": "927156bd", "timestamp": "2026-02-20T09:59:59.04368716Z", "log_level": "warn",
                   "event": "ip_listed", "ip": "192.0.2.1", "blocklist": "Barracuda", "message": "listed"}}
                """);
        WebhookVerifier verifier = verifier().alertKeys(Secret.of("key-of-the-alerts"));

        AlertDelivery delivery = (AlertDelivery) verifier.verifyAlert(hmac("key-of-the-alerts", body), body);
        assertThat(delivery.alert().type()).isEqualTo("ip_listed");

        byte[] changed = new String(body, StandardCharsets.UTF_8)
                .replace("192.0.2.1", "192.0.2.2")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verifier.verifyAlert(hmac("key-of-the-alerts", body), changed))
                .isEqualTo(new RefusedDelivery(Reason.WRONG_SIGNATURE));
        assertThat(verifier.verifyAlert(null, body)).isEqualTo(new RefusedDelivery(Reason.UNSIGNED));
        assertThat(verifier().verifyAlert(hmac("key-of-the-alerts", body), body))
                .isEqualTo(new RefusedDelivery(Reason.WRONG_SIGNATURE));
    }

    @Test
    void needsAKey() {
        assertThatIllegalArgumentException().isThrownBy(WebhookVerifier::of).withMessageContaining("signingKeys");
    }

    @Test
    void signsForTestsAsMailgunDoes() {
        WebhookSignature made = WebhookSignature.of(Secret.of(KEY), Deliveries.NOW, TOKEN);

        assertThat(made.signature()).isEqualTo(hmac(KEY, TIMESTAMP + TOKEN));
        assertThat(made.toString()).doesNotContain(TOKEN);
    }
}
