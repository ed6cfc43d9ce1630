package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** How a response with an error status is read: Mailgun has many shapes of them. */
class ErrorResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"to parameter is not a valid address\"}|to parameter is not a valid address",
                "{\"Message\":\"Not found\"}|Not found",
                "{\"Reason\":\"invalid domain\"}|invalid domain",
                "{\"Description\":\"no such key\"}|no such key",
                "{\"error\":\"no results\"}|no results",
                "{\"Field\":\"name\",\"Value\":\"x\"}|name: x",
                "{\"Field\":\"name\"}|name: invalid",
                "{\"message\":\"\",\"error\":\"said elsewhere\"}|said elsewhere",
                "{\"message\":7}|7",
                "\"a JSON string\"|a JSON string",
                "Forbidden|Forbidden",
                "  plain text  |plain text",
                "{\"message\":\"truncated|{\"message\":\"truncated",
                "{\"message\":{\"deep\":1}}|",
                "{}|",
                "<html><title>404 Not Found</title></html>|",
                "<!DOCTYPE html>|",
                "''|"
            })
    void findsMailgunsWordsInEveryShapeOfBody(String body, @Nullable String message) {
        ErrorStatusException failure = failure(FakeResponse.json(400, body));

        assertThat(failure.serverMessage()).isEqualTo(message);
        assertThat(failure).hasMessage("GET /v3/{domain}/x/{id}: status 400" + (message == null ? "" : ", " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/json"})
    void readsTheBodyWhateverItsType(String contentType) {
        assertThat(failure(FakeResponse.of(401, contentType, "Forbidden")))
                .hasMessage("GET /v3/{domain}/x/{id}: status 401, Forbidden (asked in region us)");
    }

    @Test
    void namesTheRegionWhereAnotherOneMayBeMeant() {
        assertThat(failure(FakeResponse.json(404, "{\"message\":\"Domain not found: x\"}")))
                .hasMessage("GET /v3/{domain}/x/{id}: status 404, Domain not found: x (asked in region us)");
    }

    @Test
    void keepsTheScalarFieldsOfTheBody() {
        assertThat(failure(FakeResponse.json(
                                400, "{\"Field\":\"name\",\"Value\":7,\"ok\":false,\"none\":null,\"list\":[1]}"))
                        .details())
                .isEqualTo(Map.of("Field", "name", "Value", "7", "ok", "false"));
    }

    @Test
    void keepsAMessageOnOneLineOfFiveHundredCharacters() {
        String words = "line\r\n".repeat(1000);

        String message = Objects.requireNonNull(
                failure(FakeResponse.of(500, "text/plain", words)).serverMessage());

        assertThat(message).hasSizeBetween(490, 500).doesNotContain("\r", "\n");
    }

    @Test
    void keepsStatusHeadersAndRequestId() {
        ErrorStatusException failure = failure(
                FakeResponse.empty(502).withHeader("X-Request-Id", "r-1").withHeader("Via", "proxy"));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.operation()).isEqualTo("GET /v3/{domain}/x/{id}");
        assertThat(failure.requestId()).isEqualTo("r-1");
        assertThat(failure.head().header("via")).isEqualTo("proxy");
    }

    @ParameterizedTest
    @CsvSource({
        "301,false",
        "400,false",
        "401,false",
        "403,false",
        "404,false",
        "408,true",
        "409,false",
        "425,true",
        "429,true",
        "500,true",
        "501,false",
        "502,true",
        "503,true",
        "504,true"
    })
    void saysWhetherTheSameCallMaySucceedLater(int status, boolean later) {
        ErrorStatusException failure = failure(FakeResponse.empty(status));

        assertThat(failure.isTransient()).isEqualTo(later);
        assertThat(failure.isNotFound()).isEqualTo(status == 404);
        assertThat(failure.isRateLimited()).isEqualTo(status == 429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60|2026-11-21T00:01:00Z",
                "0|2026-11-21T00:00:00Z",
                "Sat, 21 Nov 2026 00:02:00 GMT|2026-11-21T00:02:00Z",
                "-5|",
                "soon|",
                "99999999999|",
                "1.5|"
            })
    void readsTheTimeOfARetryFromRetryAfter(String value, @Nullable Instant expected) {
        assertThat(failure(FakeResponse.empty(503).withHeader("Retry-After", value))
                        .retryAt(NOW))
                .isEqualTo(expected);
    }

    @Test
    void readsTheTimeOfARetryFromTheBody() {
        assertThat(failure(FakeResponse.json(429, "{\"retry-seconds\":60}")).retryAt(NOW))
                .isEqualTo("2026-11-21T00:01:00Z");
    }

    @Test
    void readsTheTimeOfARetryFromTheEndOfTheSpentWindow() {
        FakeResponse limited = FakeResponse.empty(429)
                .withHeader("X-RateLimit-Remaining", "5")
                .withHeader("X-RateLimit-Reset", "1795219800000")
                .withHeader("X-Request-Remaining", "0")
                .withHeader("X-Request-Reset", "1795219215000");

        assertThat(failure(limited).retryAt(NOW)).isEqualTo(Instant.ofEpochMilli(1795219215000L));
        assertThat(failure(new FakeResponse(503, limited.headers(), "")).retryAt(NOW))
                .isNull();
    }

    @Test
    void prefersRetryAfterToTheBodyAndTheBodyToTheWindow() {
        FakeResponse all = FakeResponse.json(429, "{\"retry-seconds\":60}")
                .withHeader("X-Request-Remaining", "0")
                .withHeader("X-Request-Reset", "1795219215000");

        assertThat(failure(all).retryAt(NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(failure(all.withHeader("Retry-After", "7")).retryAt(NOW)).isEqualTo(NOW.plusSeconds(7));
    }

    private static ErrorStatusException failure(FakeResponse answer) {
        AtomicReference<@Nullable Throwable> caught = new AtomicReference<>();
        StepVerifier.create(FakeTransport.answering(answer)
                        .client()
                        .send(Method.GET
                                .path("/v3/{domain}/x/{id}", "example.com", "id-secret")
                                .asEmpty()))
                .verifyErrorSatisfies(caught::set);
        return (ErrorStatusException) Objects.requireNonNull(caught.get());
    }
}
