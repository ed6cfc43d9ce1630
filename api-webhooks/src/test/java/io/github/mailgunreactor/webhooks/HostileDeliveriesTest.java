package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.KEY;
import static io.github.mailgunreactor.webhooks.Deliveries.TIMESTAMP;
import static io.github.mailgunreactor.webhooks.Deliveries.TOKEN;
import static io.github.mailgunreactor.webhooks.Deliveries.bytes;
import static io.github.mailgunreactor.webhooks.Deliveries.hmac;
import static io.github.mailgunreactor.webhooks.Deliveries.signature;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.RefusedDelivery.Reason;
import io.github.mailgunreactor.webhooks.WebhookReply.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whatever comes is refused with its reason and counted, is no error, and calls no handler. */
class HostileDeliveriesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=cut";

    private final AtomicInteger handled = new AtomicInteger();
    private final List<WebhookReply> told = new ArrayList<>();

    private WebhookReceiver receiver(WebhookVerifier verifier) {
        return WebhookReceiver.of(verifier, delivery -> {
                    handled.incrementAndGet();
                    return Mono.empty();
                })
                .listener(told::add);
    }

    private WebhookReply receive(WebhookReceiver receiver, String contentType, byte[] body) {
        return Objects.requireNonNull(receiver.receive(contentType, null, Flux.just(ByteBuffer.wrap(body)))
                .block(Duration.ofSeconds(10)));
    }

    static Stream<Arguments> hostile() {
        String signed = signature(TIMESTAMP, TOKEN);
        String fields = "timestamp=" + TIMESTAMP + "&token=" + TOKEN;
        String hex = hmac(KEY, TIMESTAMP + TOKEN);
        return Stream.of(
                arguments("an empty body", JSON, "", Reason.UNREADABLE),
                arguments("half a body", JSON, "{\"signature\": " + signed, Reason.UNREADABLE),
                arguments("no JSON", JSON, "hello", Reason.UNREADABLE),
                arguments("a body nested deep", JSON, "[".repeat(100_000), Reason.UNREADABLE),
                arguments(
                        "a signature before what is no JSON",
                        JSON,
                        "{\"signature\": " + signed + ", \"event-data\": {\"id\": oops}}",
                        Reason.UNREADABLE),
                arguments(
                        "brackets that do not fit",
                        JSON,
                        "{\"signature\": " + signed + ", \"event-data\": {]}",
                        Reason.UNREADABLE),
                arguments("no signature", JSON, "{\"event-data\": {}}", Reason.UNSIGNED),
                arguments("no token", JSON, event(signed.replace("\"token\"", "\"tokens\"")), Reason.UNSIGNED),
                arguments("no timestamp", JSON, event(signed.replace("\"timestamp\"", "\"time\"")), Reason.UNSIGNED),
                arguments("no hmac", JSON, event(signed.replace("\"signature\"", "\"sign\"")), Reason.UNSIGNED),
                arguments("an empty token", JSON, event(signature(TIMESTAMP, "")), Reason.UNSIGNED),
                arguments("an endless token", JSON, event(signature(TIMESTAMP, "t".repeat(201))), Reason.UNSIGNED),
                arguments(
                        "an object for a token",
                        JSON,
                        event(signed.replace("\"" + TOKEN + "\"", "{}")),
                        Reason.UNSIGNED),
                arguments(
                        "a flag for a timestamp",
                        JSON,
                        event(signed.replace("\"" + TIMESTAMP + "\"", "true")),
                        Reason.UNSIGNED),
                arguments(
                        "two signatures",
                        JSON,
                        "{\"signature\": " + signed + ", \"signature\": " + signed + "}",
                        Reason.UNSIGNED),
                arguments(
                        "a signature under another spelling beside it",
                        JSON,
                        "{\"s\\u0069gnature\": " + signed + ", \"signature\": " + signed + "}",
                        Reason.UNSIGNED),
                arguments(
                        "another key",
                        JSON,
                        event(signed.replace(hex, hmac("another", TIMESTAMP + TOKEN))),
                        Reason.WRONG_SIGNATURE),
                arguments(
                        "a signature cut short",
                        JSON,
                        event(signed.replace(hex, hex.substring(2))),
                        Reason.WRONG_SIGNATURE),
                arguments(
                        "a signature of spaces",
                        JSON,
                        event(signed.replace(hex, " ".repeat(64))),
                        Reason.WRONG_SIGNATURE),
                arguments("milliseconds", JSON, event(signature(TIMESTAMP + "000", TOKEN)), Reason.IN_THE_FUTURE),
                arguments("tomorrow", JSON, event(signature("1771668000", TOKEN)), Reason.IN_THE_FUTURE),
                arguments("yesterday", JSON, event(signature("1771495200", TOKEN)), Reason.TOO_OLD),
                arguments("a type that Mailgun does not send", "text/plain", event(signed), Reason.UNREADABLE),
                arguments("JSON that calls itself a form", FORM, event(signed), Reason.UNSIGNED),
                arguments("a form that calls itself JSON", JSON, fields + "&signature=" + hex, Reason.UNREADABLE),
                arguments("a form with two tokens", FORM, fields + "&token=x&signature=" + hex, Reason.UNSIGNED),
                arguments(
                        "a form with two signatures",
                        FORM,
                        fields + "&signature=" + hex + "&signature=" + hex,
                        Reason.UNSIGNED),
                arguments("a form without a signature", FORM, fields, Reason.UNSIGNED),
                arguments("a form with a broken escape", FORM, fields + "&signature=%zz", Reason.UNREADABLE),
                arguments("a form of many fields", FORM, "a=b&".repeat(3000), Reason.UNREADABLE),
                arguments("multipart without a boundary", "multipart/form-data", "--cut--\r\n", Reason.UNREADABLE),
                arguments(
                        "multipart that never ends", MULTIPART, "--cut\r\n" + part("token", TOKEN), Reason.UNREADABLE),
                arguments("multipart without names", MULTIPART, "--cut\r\nX: y\r\n\r\nz\r\n--cut--", Reason.UNREADABLE),
                arguments(
                        "multipart without a signature",
                        MULTIPART,
                        "--cut\r\n" + part("token", TOKEN) + "\r\n--cut--\r\n",
                        Reason.UNSIGNED));
    }

    private static String event(String signature) {
        return new String(Deliveries.event(signature), StandardCharsets.UTF_8);
    }

    private static String part(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithItsReasonAndCounted(String what, String contentType, String body, Reason reason) {
        WebhookReply reply = receive(receiver(verifier()), contentType, bytes(body));

        assertThat(reply.refusal()).as(what).isEqualTo(reason);
        assertThat(reply.status()).isEqualTo(406);
        assertThat(told).containsExactly(reply);
        assertThat(handled).hasValue(0);
    }

    @Test
    void isRefusedWhereverOneBitOfWhatIsSignedDiffers() {
        String signed = signature(TIMESTAMP, TOKEN);
        WebhookReceiver receiver = receiver(verifier());
        int changed = 0;
        for (String part : List.of(TIMESTAMP, TOKEN, hmac(KEY, TIMESTAMP + TOKEN))) {
            int from = signed.indexOf(part);
            for (int i = from; i < from + part.length(); i++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] body = bytes("{\"signature\": " + signed + ", \"event-data\": {}}");
                    body["{\"signature\": ".length() + i] ^= (byte) (1 << bit);
                    // The case of a hexadecimal digit says nothing.
                    boolean otherCase = bit == 5
                            && from == signed.indexOf(hmac(KEY, TIMESTAMP + TOKEN))
                            && Character.isLetter(signed.charAt(i));
                    if (!otherCase) {
                        changed++;
                        assertThat(receive(receiver, JSON, body).outcome())
                                .as("byte " + i + " bit " + bit)
                                .isEqualTo(Outcome.REFUSED);
                    }
                }
            }
        }
        assertThat(handled).hasValue(0);
        assertThat(told).hasSize(changed);
    }

    @Test
    void isRefusedWhereverOneBitOfAnAlertDiffers() {
        byte[] alert = bytes(
                "{\"signature\": {\"timestamp\": 1771581599, \"token\": \"t\"}, \"event_data\": {\"event\": \"ip_listed\"}}");
        String sign = hmac("key-of-the-alerts", alert);
        WebhookReceiver receiver = receiver(verifier().alertKeys(Secret.of("key-of-the-alerts")));

        for (int i = 0; i < alert.length * 8; i++) {
            byte[] changed = alert.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(Objects.requireNonNull(
                                    receiver.receiveAlert(sign, changed).block(Duration.ofSeconds(10)))
                            .refusal())
                    .isEqualTo(Reason.WRONG_SIGNATURE);
        }
        assertThat(handled).hasValue(0);
        assertThat(told).hasSize(alert.length * 8);
    }

    @Test
    void isReadNoFurtherThanTheBound() {
        AtomicInteger pieces = new AtomicInteger();
        Flux<ByteBuffer> hundredMegabytes = Flux.range(0, 100)
                .map(i -> ByteBuffer.wrap(new byte[1 << 20]))
                .doOnNext(piece -> pieces.incrementAndGet());

        StepVerifier.create(receiver(verifier().maxBytes(2 << 20)).receive(JSON, null, hundredMegabytes))
                .assertNext(reply -> assertThat(reply.refusal()).isEqualTo(Reason.TOO_LARGE))
                .verifyComplete();

        assertThat(pieces).hasValue(3);
        assertThat(told).hasSize(1);
        assertThat(handled).hasValue(0);
    }

    @Test
    void isGivenUpWhereItDoesNotCome() {
        AtomicInteger cancelled = new AtomicInteger();
        StepVerifier.withVirtualTime(() -> receiver(verifier())
                        .bodyTimeout(Duration.ofSeconds(5))
                        .receive(JSON, null, Flux.<ByteBuffer>never().doOnCancel(cancelled::incrementAndGet)))
                .thenAwait(Duration.ofSeconds(5))
                .assertNext(reply -> assertThat(reply.status()).isEqualTo(503))
                .verifyComplete();

        assertThat(cancelled).hasValue(1);
        assertThat(told).extracting(WebhookReply::outcome).containsExactly(Outcome.TIMED_OUT);
    }

    @Test
    void isNoErrorWhereTheConnectionBreaks() {
        Flux<ByteBuffer> broken = Flux.error(new java.io.IOException("reset by peer"));

        StepVerifier.create(receiver(verifier()).receive(JSON, null, broken))
                .assertNext(reply -> assertThat(reply.outcome()).isEqualTo(Outcome.BROKEN_OFF))
                .verifyComplete();

        assertThat(told).hasSize(1);
    }

    @Test
    void isHandledOnceWhereTheSameTokenComesTwice() {
        WebhookReceiver receiver = receiver(verifier());
        receive(receiver, JSON, Deliveries.delivered());

        assertThat(receive(receiver, JSON, Deliveries.delivered()).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(handled).hasValue(1);
        assertThat(told).extracting(WebhookReply::outcome).containsExactly(Outcome.HANDLED, Outcome.REPEATED);
    }

    @Test
    void isRefusedAfterItsKeyWasRotatedAwayAndTakenWhileBothAreKnown() {
        Clock clock = Clock.fixed(Deliveries.NOW, ZoneOffset.UTC);
        WebhookVerifier during =
                WebhookVerifier.of(Secret.of("the next key"), Secret.of(KEY)).clock(clock);
        WebhookVerifier after = WebhookVerifier.of(Secret.of("the next key")).clock(clock);

        assertThat(receive(receiver(during), JSON, Deliveries.delivered()).outcome())
                .isEqualTo(Outcome.HANDLED);
        assertThat(receive(receiver(after), JSON, Deliveries.delivered()).refusal())
                .isEqualTo(Reason.WRONG_SIGNATURE);
    }

    @Test
    void isAnsweredTheSameWhereTheListenerFails() {
        WebhookReceiver receiver = receiver(verifier()).listener(reply -> {
            throw new IllegalStateException("a broken counter");
        });

        assertThat(receive(receiver, JSON, Deliveries.delivered()).status()).isEqualTo(200);
    }
}
