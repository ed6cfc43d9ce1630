package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;

/** What holds for every response with an error status, whatever a server or something before it puts into it. */
class ErrorResponseProperties {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @Provide
    Arbitrary<String> texts() {
        return Texts.unicode();
    }

    @Property(tries = 200)
    void anyBytesAreReadIntoAMessageOfOneBoundedLine(@ForAll @Size(max = 300) byte[] body) {
        assertOneBoundedLine(failure(500, body));
    }

    @Property(tries = 300)
    void anyTextUnderAnyNameIsReadIntoAMessageOfOneBoundedLine(
            @ForAll("names") String name,
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 1, max = 90) int repeat) {
        ErrorStatusException failure = failure(400, Json.write(Map.of(name, text.repeat(repeat))));

        assertOneBoundedLine(failure);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "message", "Message", "error", "Reason", "Description", "Field", "Value", "retry-seconds"),
                Texts.unicode());
    }

    @Property(tries = 60)
    void aTextOfAnyLengthIsReadIntoAMessageOfOneBoundedLine(
            @ForAll("openings") String opening, @ForAll @IntRange(min = 1, max = 200_000) int length) {
        byte[] body = (opening + "x\r\n".repeat(length / 3)).getBytes(StandardCharsets.UTF_8);

        assertOneBoundedLine(failure(502, body));
    }

    @Provide
    Arbitrary<String> openings() {
        return Arbitraries.of(
                "", "{\"message\":\"", "{\"message\":\"m\"}", "[", "<html>", "\"", "{".repeat(5000), "\ufeff");
    }

    @Property(tries = 300)
    void aPlainMessageIsKeptAsItIs(@ForAll("plain") String message) {
        for (String name : new String[] {"message", "Message", "error", "Reason", "Description"}) {
            assertThat(failure(400, Json.write(Map.of(name, message))).serverMessage())
                    .isEqualTo(message);
        }
    }

    @Provide
    Arbitrary<String> plain() {
        return Texts.names()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.codePoints().allMatch(ErrorResponseProperties::isShown));
    }

    /** What Unicode gives a shape or a width, by its own categories. */
    private static boolean isShown(int c) {
        return Pattern.matches("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}]", Character.toString(c));
    }

    @Property(tries = 200)
    void retryHeadersOfAnyTextGiveATimeWithinAYearOrNone(
            @ForAll("headers") String retryAfter,
            @ForAll("headers") String remaining,
            @ForAll("headers") String reset) {
        FakeResponse answer = FakeResponse.empty(429)
                .withHeader("Retry-After", retryAfter)
                .withHeader("X-RateLimit-Remaining", remaining)
                .withHeader("X-RateLimit-Reset", reset);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Instant at = failure(answer, new byte[0]).retryAt(NOW);
            if (at != null) {
                assertThat(Duration.between(NOW, at).abs()).isLessThanOrEqualTo(Duration.ofDays(366));
            }
        });
    }

    @Property(tries = 300)
    void rateLimitHeadersOfAnyTextAreReadOrPassedOver(
            @ForAll("families") String family, @ForAll("headers") String text) {
        FakeResponse answer = FakeResponse.empty(200)
                .withHeader(family + "Limit", text)
                .withHeader(family + "Remaining", text)
                .withHeader(family + "Reset", text);

        Assertions.assertThatNoException()
                .isThrownBy(() -> RateLimits.of(answer).toString());
    }

    @Provide
    Arbitrary<String> families() {
        return Arbitraries.of("X-RateLimit-", "X-Recipient-Limit-", "X-Request-");
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.strings().withChars("0123456789+-.eE,: GMT").ofMaxLength(24),
                Texts.unicode(),
                Arbitraries.of(
                        "",
                        " ",
                        "60",
                        "-1",
                        "1.5",
                        "1e2147483647",
                        "1774462171770",
                        "-9223372036854775808",
                        "9223372036854775807",
                        "9223372036854775808",
                        "Sat, 21 Nov 2026 00:01:00 GMT",
                        "Fri, 31 Dec 9999 23:59:59 GMT"));
    }

    @Property(tries = 200)
    void secondsToWaitCountFromNow(@ForAll @IntRange(min = 0, max = 31_536_000) int seconds) {
        byte[] body = Json.write(Map.of("retry-seconds", seconds));

        assertThat(failure(FakeResponse.empty(503).withHeader("Retry-After", " " + seconds), new byte[0])
                        .retryAt(NOW))
                .isEqualTo(NOW.plusSeconds(seconds));
        assertThat(failure(429, body).retryAt(NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }

    private static void assertOneBoundedLine(ErrorStatusException failure) {
        String message = failure.serverMessage();
        if (message != null) {
            assertThat(message.length()).isBetween(0, 500);
            assertThat(message).doesNotMatch("(?s).*[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029].*");
        }
        failure.details().forEach((name, value) -> {
            assertThat(name).hasSizeLessThanOrEqualTo(500).doesNotMatch("(?s).*\\p{Cntrl}.*");
            assertThat(value).hasSizeLessThanOrEqualTo(500).doesNotMatch("(?s).*\\p{Cntrl}.*");
        });
        assertThat(failure.getMessage()).startsWith("PUT /v1/x/{y}: status ").hasSizeLessThan(600);
    }

    private static ErrorStatusException failure(int status, byte[] body) {
        return failure(FakeResponse.empty(status), body);
    }

    private static ErrorStatusException failure(FakeResponse head, byte[] body) {
        Operation operation = Method.PUT.path("/v1/x/{y}", "key-secret");
        return Assertions.catchThrowableOfType(
                ErrorStatusException.class,
                () -> new ResponseDecoder<>(
                                operation.asJson(Sample.class),
                                Requests.of(operation),
                                new ResponseReading(JsonMapping.LENIENT, OnUnreadableItem.FAIL, List.of()))
                        .read(head, body, 0, body.length));
    }
}
