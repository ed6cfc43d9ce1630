package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
    void cutsAMessageAfterFiveHundredCharactersAndNoneInTwo() {
        assertThat(failure(FakeResponse.of(500, "text/plain", "x".repeat(500))).serverMessage())
                .isEqualTo("x".repeat(500));
        assertThat(failure(FakeResponse.of(500, "text/plain", "x".repeat(501))).serverMessage())
                .isEqualTo("x".repeat(500));
        assertThat(failure(FakeResponse.of(500, "text/plain", "x".repeat(499) + "\ud83d\ude00"))
                        .serverMessage())
                .isEqualTo("x".repeat(499));
    }

    @Test
    void keepsStatusHeadersAndRequestId() {
        ErrorStatusException failure = failure(
                FakeResponse.empty(502).withHeader("X-Request-Id", "r-1").withHeader("Via", "proxy"));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.operationName()).isEqualTo("GET /v3/{domain}/x/{id}");
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
        "420,true",
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
        assertThat(failure.isRateLimited()).isEqualTo(status == 429 || status == 420);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account-requests-per-sec limit exceeded, try again after 120 seconds|120",
                "Try again after 1 second.|1",
                "try again in 2 minutes|120",
                "limit exceeded, retry after 7|7",
                "Domain x is not allowed to send: recipient limit exceeded, try again after Sat, 21 Nov 2026 00:33:21 UTC|2001",
                "Domain x is not allowed to send: request limit exceeded, try again after Sat, 21 Nov 2026 00:33:21 GMT.|2001",
                "try again after Sat, 21 Nov 2026 00:00:30 +0000 or write to support|30",
                "try again after 2026-11-21T00:01:00Z|60",
                "try again after lunch|",
                "try again after 99999999999999 seconds|",
                "try again after Sat, 21 Nov 2099 00:00:00 UTC|",
                "the list has 120 seconds in its name|",
            })
    void readsTheTimeOfARetryFromMailgunsWordsWhereItRefusedToAct(String words, @Nullable Long seconds) {
        @Nullable Instant expected = seconds == null ? null : NOW.plusSeconds(seconds);

        for (int status : new int[] {429, 420}) {
            assertThat(failure(FakeResponse.json(status, "{\"message\":\"" + words + "\"}"))
                            .retryAt(NOW))
                    .as("status %s", status)
                    .isEqualTo(expected);
        }
        assertThat(failure(FakeResponse.of(429, "text/plain", words)).retryAt(NOW))
                .isEqualTo(expected);
        assertThat(failure(FakeResponse.json(503, "{\"message\":\"" + words + "\"}"))
                        .retryAt(NOW))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 408, 500, 502, 503})
    void takesNoOtherStatusForARefusalToActWhateverTheBodyAsksFor(int status) {
        ErrorStatusException failure = failure(FakeResponse.json(status, "{\"retry-seconds\":1}"));

        assertThat(failure.isRateLimited()).isFalse();
        assertThat(failure.isTransient())
                .isEqualTo(failure(FakeResponse.empty(status)).isTransient());
        assertThat(failure.retryAt(NOW)).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void keepsTheWholeBodyAndShowsItToNobodyByItself() {
        String body = "{\"errors\":[\"first is wrong\",{\"message\":\"second too\"}],\"nested\":{\"of\":\"content\"}}";
        ErrorStatusException failure = failure(FakeResponse.json(400, body));

        assertThat(failure.body()).isEqualTo(body);
        assertThat(failure.serverMessage()).isEqualTo("first is wrong; second too");
        assertThat(failure).hasMessageNotContaining("content").message().doesNotContain("nested");
        assertThat(failure.toString()).doesNotContain("content");
    }

    @Test
    void boundsTheBodyThatItKeeps() {
        ErrorStatusException failure = failure(FakeResponse.of(500, "text/html", "<" + "x".repeat(200_000)));

        assertThat(failure.body()).hasSize(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"bad key %s\",\"Value\":\"%s\"}",
                "bad header Authorization: %s",
                "<html>%s</html>",
                "[\"%s\"]",
            })
    void masksTheCredentialsThatAServerRepeats(String body) {
        String key = "key-1234567890abcdef/+";
        String encoded = Base64.getEncoder().encodeToString(("api:" + key).getBytes(StandardCharsets.UTF_8));
        Headers headers = Headers.NONE.with("Authorization", "Basic " + encoded);

        for (String secret : List.of(
                key,
                encoded,
                "Basic " + encoded,
                encoded.replace("=", ""),
                key.replace("/", "\\/"),
                key.replace("/", "%2F").replace("+", "%2B"))) {
            byte[] bytes = body.replace("%s", secret).getBytes(StandardCharsets.UTF_8);
            ErrorStatusException failure = ResponseDecoder.failure(
                    Requests.of(Method.GET.path("/v1/keys"), headers), FakeResponse.empty(401), bytes, 0, bytes.length);

            assertThat(List.of(failure.toString(), String.valueOf(failure.serverMessage()), failure.body()))
                    .allSatisfy(text ->
                            assertThat(text).doesNotContain("1234567890").doesNotContain(encoded.substring(0, 20)));
            assertThat(failure.details().toString())
                    .doesNotContain("1234567890")
                    .doesNotContain(encoded.substring(0, 20));
            assertThat(failure.body()).contains("***");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada+x@example.org", "ada%2Bx%40example.org"})
    void masksASecretParameterThatAServerRepeats(String repeated) {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(400, "{\"message\": \"cannot validate '" + repeated + "'\"}"));
        MailgunRequest<Confirmation> request = Method.GET
                .path("/v4/address/validate")
                .query("address", Secret.of("ada+x@example.org"))
                .asJson(Confirmation.class);

        StepVerifier.create(transport.client().send(request))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasMessageContaining("cannot validate '***'")
                        .hasMessageNotContaining("ada"));
        assertThat(transport.onlySent().query()).containsEntry("address", List.of("ada+x@example.org"));
    }

    @Test
    void readsAnErrorInsideOfAnError() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json(404, "{\"error\": {\"name\": \"NotFound\", \"message\": \"no such test\"}}"));

        StepVerifier.create(transport.client().send(Method.GET.path("/v1/x").asJson(Confirmation.class)))
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("no such test"));
    }

    @Test
    void doesNotCutASecretInTwoWhereItBoundsTheBody() {
        String key = "key-1234567890abcdef";
        Headers headers = Headers.NONE.with("Authorization", "Bearer " + key);
        byte[] bytes = ("x".repeat(64 * 1024 - 8) + key).getBytes(StandardCharsets.UTF_8);

        ErrorStatusException failure = ResponseDecoder.failure(
                Requests.of(Method.GET.path("/v1/keys"), headers), FakeResponse.empty(500), bytes, 0, bytes.length);

        assertThat(failure.body()).doesNotContain("key-").hasSizeLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void showsNoCharacterThatTurnsTheReadingRound() {
        String odd = "a\u202Eb\u2066c\u200Fd\u061Ce\uFEFFf\u200Bg\u0085h\u2028i\u001Bj\uDB40\uDC41k";

        ErrorStatusException failure =
                failure(FakeResponse.json(400, "{\"message\":\"" + odd.replace("\u001B", "\\u001B") + "\"}"));

        assertThat(failure.serverMessage()).isEqualTo("a b c d e f g h i j k");
    }

    @Test
    void canBeMadeForATest() {
        ErrorStatusException made = ErrorStatusException.of(
                Method.GET.path("/v3/{domain}/x", "a.example"),
                Region.EU,
                404,
                Map.of("X-Request-Id", "r-1"),
                "{\"message\":\"gone\"}");

        assertThat(made).hasMessage("GET /v3/{domain}/x: status 404, gone (asked in region eu)");
        assertThat(made.requestId()).isEqualTo("r-1");
        assertThat(made.body()).isEqualTo("{\"message\":\"gone\"}");
        for (int status : new int[] {200, 299}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ErrorStatusException.of(Method.GET.path("/v1/x"), Region.US, status, Map.of(), ""))
                    .withMessage("status must not be from 200 to 299, but is " + status);
        }
        for (int status : new int[] {199, 300}) {
            assertThat(ErrorStatusException.of(Method.GET.path("/v1/x"), Region.US, status, Map.of(), "")
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void survivesSerialization() throws Exception {
        ErrorStatusException before = failure(FakeResponse.json(429, "{\"message\":\"slow\",\"retry-seconds\":3}"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(before);
        }
        ErrorStatusException after;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            after = (ErrorStatusException) in.readObject();
        }

        assertThat(after.serverMessage()).isEqualTo("slow");
        assertThat(after.head().status()).isEqualTo(429);
        assertThat(after.retryAt(NOW)).isEqualTo(NOW.plusSeconds(3));
        assertThat(after.isTransient()).isTrue();
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
