package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class MessageOptionsTest {
    private static final MessageOptions NONE = MessageOptions.none();

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of(NONE.dkim(true), "o:dkim", "yes"),
                Arguments.of(NONE.dkim(false), "o:dkim", "no"),
                Arguments.of(NONE.secondaryDkim("example.com", "s1"), "o:secondary-dkim", "example.com/s1"),
                Arguments.of(
                        NONE.secondaryDkim("example.com", "s1", "public.example", "s2"),
                        "o:secondary-dkim-public",
                        "public.example/s2"),
                Arguments.of(
                        NONE.deliverAt(Instant.parse("2011-10-14T12:00:00Z")),
                        "o:deliverytime",
                        "Fri, 14 Oct 2011 12:00:00 +0000"),
                Arguments.of(NONE.deliverWithin(Duration.ofMinutes(90)), "o:deliver-within", "1h30m"),
                Arguments.of(NONE.deliverWithin(Duration.ofMinutes(5)), "o:deliver-within", "5m"),
                Arguments.of(NONE.deliverWithin(Duration.ofHours(24)), "o:deliver-within", "24h"),
                Arguments.of(NONE.optimizeDeliveryTime(Duration.ofHours(24)), "o:deliverytime-optimize-period", "24h"),
                Arguments.of(NONE.optimizeDeliveryTime(Duration.ofDays(3)), "o:deliverytime-optimize-period", "72h"),
                Arguments.of(NONE.deliverAtLocalTime(LocalTime.of(9, 5)), "o:time-zone-localize", "09:05"),
                Arguments.of(NONE.testMode(), "o:testmode", "yes"),
                Arguments.of(NONE.tracking(TrackingMode.NO), "o:tracking", "no"),
                Arguments.of(NONE.tracking(TrackingMode.HTML_ONLY), "o:tracking", "htmlonly"),
                Arguments.of(NONE.trackClicks(TrackingMode.HTML_ONLY), "o:tracking-clicks", "htmlonly"),
                Arguments.of(NONE.trackOpens(true), "o:tracking-opens", "yes"),
                Arguments.of(NONE.trackOpens(false), "o:tracking-opens", "no"),
                Arguments.of(NONE.trackingPixelAtTop(TrackingMode.YES), "o:tracking-pixel-location-top", "yes"),
                Arguments.of(NONE.requireTls(true), "o:require-tls", "yes"),
                Arguments.of(NONE.skipVerification(false), "o:skip-verification", "no"),
                Arguments.of(NONE.sendingIp("192.0.2.7"), "o:sending-ip", "192.0.2.7"),
                Arguments.of(NONE.sendingIpPool("pool-1"), "o:sending-ip-pool", "pool-1"),
                Arguments.of(
                        NONE.archiveTo(URI.create("https://example.com/a?b=c")),
                        "o:archive-to",
                        "https://example.com/a?b=c"),
                Arguments.of(
                        NONE.suppressHeaders("X-Mailgun-Variables", "X-Mailgun-Tag"),
                        "o:suppress-headers",
                        "X-Mailgun-Variables,X-Mailgun-Tag"),
                Arguments.of(NONE.suppressAllHeaders(), "o:suppress-headers", "all"),
                Arguments.of(NONE.tag("welcome mail"), "o:tag", "welcome mail"),
                Arguments.of(NONE.header("X-Größe".replace("öß", "os"), "größer"), "h:X-Grose", "größer"),
                Arguments.of(NONE.variable("plan", "gold"), "v:plan", "gold"),
                Arguments.of(NONE.variable("on", true), "v:on", "true"),
                Arguments.of(NONE.variable("o", Map.of("a", List.of(1, "2"))), "v:o", "{\"a\":[1,\"2\"]}"),
                Arguments.of(NONE.option("o:new", "x"), "o:new", "x"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void travelAsMailgunNamesThem(MessageOptions options, String name, String value) {
        FakeTransport transport = FakeTransport.answering(
                request -> Mono.just(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued\"}")));
        MessagesApi messages = new MessagesApi(transport.client());
        Message message =
                Message.of("a@example.com").to("b@example.org").text("x").options(options);

        messages.send("example.com", message).block();
        messages.sendMime(
                        "example.com",
                        MimeMail.of(new byte[1]).to("b@example.org").options(options))
                .block();

        assertThat(transport.sent())
                .allSatisfy(request -> assertThat(request.form()).containsEntry(name, List.of(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tag\n", "größe", "x\u007f"})
    void refusesTagsThatMailgunWouldStrip(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.tag(tag));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.tag("x".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X A", "X:A", "X-Größe", "X\r\nBcc", "X\nA"})
    void refusesNamesThatAreNoHeader(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.header(name, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.suppressHeaders(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\u0000", "\ud800"})
    void refusesValuesThatWouldAddAHeader(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.header("X-A", value))
                .satisfies(
                        error -> assertThat(error.getMessage()).contains("X-A").doesNotContain("eve"));
    }

    @Test
    void refusesPeriodsThatMailgunDoesNotTake() {
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.deliverWithin(Duration.ofMinutes(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.deliverWithin(Duration.ofMinutes(24 * 60 + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.deliverWithin(Duration.ofSeconds(301)));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.optimizeDeliveryTime(Duration.ofHours(23)));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.optimizeDeliveryTime(Duration.ofHours(73)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.optimizeDeliveryTime(Duration.ofMinutes(24 * 60 + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.deliverAtLocalTime(LocalTime.of(9, 0, 1)));
    }

    @Test
    void refusesWhatHasNoEncodingOrNoJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.variable("a", "\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.variable("a", Map.of("k", "\udc00")));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.variable("a", Map.of("k", new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.variable(SendId.VARIABLE, "mine"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateContent.of("t").variables(Map.of("k", "\ud800")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("a@example.com").text("\ud800"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("a@example.com").subject("a\r\nBcc: eve@example.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.option("testmode", "no"));
    }

    @Test
    void canBeKeptAndVaried() {
        MessageOptions campaign = NONE.tag("spring");

        assertThat(campaign.tag("a")).isNotEqualTo(campaign.tag("b"));
        assertThat(campaign.tag("a").tag("b")).isEqualTo(campaign.tag("a").tag("b"));
        assertThat(campaign).isEqualTo(NONE.tag("spring")).hasSameHashCodeAs(NONE.tag("spring"));
    }
}
