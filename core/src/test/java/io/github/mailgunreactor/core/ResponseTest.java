package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How the response of a successful call is read. */
class ResponseTest {
    private static final String UNREADABLE = "GET /v1/samples/{id}: the response with status 200 cannot be used: ";
    private static final MailgunRequest<Sample> GET_SAMPLE =
            Method.GET.path("/v1/samples/{id}", "id-secret").asJson(Sample.class);

    @Test
    void readsEveryComponentUnderItsWireName() {
        assertRead(
                "{\"id\":\"1\",\"display_name\":\"n\",\"count\":2,\"rate\":\"0.8300\",\"active\":\"yes\","
                        + "\"created_at\":\"Sun, 26 Jan 2025 07:29:04 UTC\",\"color\":\"green\",\"secret\":\"s\","
                        + "\"parent\":{\"id\":\"0\"},\"children\":[{\"id\":\"3\"}],\"variables\":{\"k\":[1]}}",
                new Sample(
                        "1",
                        "n",
                        2L,
                        new BigDecimal("0.8300"),
                        true,
                        Instant.parse("2025-01-26T07:29:04Z"),
                        new Sample.Color("green"),
                        Secret.of("s"),
                        Sample.named("0"),
                        List.of(Sample.named("3")),
                        Map.of("k", List.of(1L))));
    }

    @Test
    void readsWhatIsMissingOrNullAsNullAndListsAsEmpty() {
        assertRead("{\"id\":\"1\"}", Sample.named("1"));
        assertRead(
                "{\"id\":\"1\",\"display_name\":null,\"count\":null,\"created_at\":null,\"color\":null,"
                        + "\"parent\":null,\"children\":null,\"variables\":null}",
                Sample.named("1"));
    }

    @Test
    void readsEmptyTextsAndZeroDatesAsNull() {
        assertRead(
                "{\"id\":\"1\",\"created_at\":\"\",\"color\":\"\",\"count\":\"\",\"active\":\"\"}", Sample.named("1"));
        assertRead("{\"id\":\"1\",\"created_at\":\"0001-01-01T00:00:00Z\"}", Sample.named("1"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"true\"',true", "'\"yes\"',true", "1,true", "false,false", "'\"no\"',false", "0,false"})
    void readsABooleanInEachOfItsForms(String json, boolean expected) {
        StepVerifier.create(send(FakeResponse.json("{\"id\":\"1\",\"active\":" + json + "}"))
                        .mapNotNull(Sample::active))
                .expectNext(expected)
                .verifyComplete();
    }

    @Test
    void readsAnElementWhereAListShouldBeAndPassesOverNullElements() {
        assertThat(read("{\"id\":\"1\",\"children\":{\"id\":\"2\"}}").children())
                .containsExactly(Sample.named("2"));
        assertThat(read("{\"id\":\"1\",\"children\":[null,{\"id\":\"2\"},null]}")
                        .children())
                .containsExactly(Sample.named("2"));
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json(
                "{\"new\":{\"a\":[{}]},\"id\":\"1\",\"newer\":\"x\",\"children\":[{\"id\":\"2\",\"x\":1}]}"));
        MailgunClient lenient = transport.builderOfLenientClient().build();

        StepVerifier.create(lenient.send(GET_SAMPLE))
                .assertNext(sample -> assertThat(sample.children()).containsExactly(Sample.named("2")))
                .verifyComplete();
    }

    @Test
    void refusesFieldsThatItDoesNotKnowWhereItIsToldTo() {
        assertUnreadable("{\"id\":\"1\",\"newer\":\"content\"}", "a field that is not known at newer");
        assertUnreadable(
                "{\"id\":\"1\",\"children\":[{\"id\":\"2\",\"x y\\n\":1}]}",
                "a field that is not known at children[0].?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"display_name\":\"n\"}"})
    void refusesAnAnswerWithoutWhatIdentifiesTheThing(String body) {
        assertUnreadable(body, "a value that is missing or of another type than expected at id");
    }

    @Test
    void saysWhereInAListTheIdentifyingFieldIsMissing() {
        assertUnreadable(
                "{\"id\":\"1\",\"children\":[{\"id\":\"2\"},{\"display_name\":\"secret\"}]}",
                "a value that is missing or of another type than expected at children[1].id");
    }

    /** A record all of whose components must be there. */
    record Strict(Instant at, Sample.Color color, boolean flag, long number, Secret secret) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"at\":\"0001-01-01T00:00:00Z\"|at",
                "\"at\":\"\"|at",
                "\"color\":\"\"|color",
                "\"flag\":\"\"|flag",
                "\"flag\":null|flag",
                "\"flag\":\"perhaps\"|flag",
                "\"number\":\"\"|number",
                "\"number\":null|number",
                "\"secret\":{\"a\":1}|secret",
                "\"secret\":null|secret"
            })
    void takesAnEmptyValueForNoneWhereThereMustBeOne(String field, String name) {
        String whole = "\"at\":\"2026-01-01\",\"color\":\"red\",\"flag\":true,\"number\":1,\"secret\":\"s\"";
        String body = "{" + whole.replaceFirst("\"" + name + "\":[^,]*", "") + "," + field + "}";

        StepVerifier.create(FakeTransport.answering(
                                FakeResponse.json(body.replace("{,", "{").replace(",,", ",")))
                        .client()
                        .send(GET_SAMPLE.operation().asJson(Strict.class)))
                .verifyErrorMessage(UNREADABLE + "a value that is missing or of another type than expected at " + name);
    }

    @Test
    void readsJsonWhateverTypeTheAnswerSaysItHas() {
        FakeResponse untyped = new FakeResponse(200, Map.of(), "{\"id\":\"1\"}");
        FakeResponse text = FakeResponse.of(200, "text/plain; charset=utf-8", "{\"id\":\"1\"}");
        FakeResponse wrong = FakeResponse.of(201, "text/html", "\r\n {\"id\":\"1\"}\n");

        for (FakeResponse answer : List.of(untyped, text, wrong)) {
            StepVerifier.create(send(answer)).expectNext(Sample.named("1")).verifyComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mailgun Magnificent API",
                "<html><body>welcome</body></html>",
                "\"text\"",
                "[]",
                "null",
                "true",
                "{\"id\":\"1\"",
                "{\"id\":\"1\"}{\"id\":\"2\"}",
                "{\"id\":\"1\"} trailing",
                "{\"id\":[\"1\"]}",
                "{\"id\":\"1\",\"count\":\"many\"}",
                "{\"id\":\"1\",\"created_at\":\"yesterday\"}",
                "{\"id\":\"1\",\"children\":\"none\"}"
            })
    void refusesASuccessThatIsNotWhatTheOperationAnswers(String body) {
        StepVerifier.create(send(FakeResponse.of(200, "text/html", body))).verifyErrorSatisfies(failure -> {
            UnreadableResponseException unreadable = (UnreadableResponseException) failure;
            assertThat(unreadable.status()).isEqualTo(200);
            assertThat(unreadable.isTransient()).isFalse();
            assertThat(unreadable)
                    .hasMessageStartingWith(UNREADABLE)
                    .hasMessageNotContainingAny("Magnificent", "welcome", "many", "yesterday", "trailing", "secret");
        });
    }

    @Test
    void refusesAnEmptySuccessWhereThereShouldBeAValue() {
        StepVerifier.create(send(FakeResponse.empty(204)))
                .verifyErrorMessage("GET /v1/samples/{id}: the response with status 204 cannot be used: it is empty");
    }

    @Test
    void takesEveryStatusFrom200To299ForASuccess() {
        for (int status : new int[] {200, 201, 202, 226, 299}) {
            StepVerifier.create(send(FakeResponse.json(status, "{\"id\":\"1\"}")))
                    .expectNext(Sample.named("1"))
                    .verifyComplete();
        }
    }

    @Test
    void doesNotFollowARedirect() {
        FakeResponse redirect = FakeResponse.empty(302).withHeader("Location", "https://storage.example/x");

        StepVerifier.create(send(redirect)).verifyErrorSatisfies(failure -> {
            ErrorStatusException status = (ErrorStatusException) failure;
            assertThat(status.status()).isEqualTo(302);
            assertThat(status.head().header("location")).isEqualTo("https://storage.example/x");
        });
    }

    @Test
    void writesAnAnswerBackUnderItsWireNamesWithoutNulls() {
        Sample sample = read("{\"id\":\"1\",\"display_name\":\"n\",\"color\":\"red\",\"children\":[{\"id\":\"2\"}]}");

        assertThat(new String(Json.write(sample), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"1\",\"display_name\":\"n\",\"color\":\"red\","
                        + "\"children\":[{\"id\":\"2\",\"children\":[],\"variables\":{}}],\"variables\":{}}");
    }

    private static void assertRead(String body, Sample expected) {
        StepVerifier.create(send(FakeResponse.json(body))).expectNext(expected).verifyComplete();
    }

    private static void assertUnreadable(String body, String problem) {
        StepVerifier.create(send(FakeResponse.json(body))).verifyErrorMessage(UNREADABLE + problem);
    }

    private static Sample read(String body) {
        return Objects.requireNonNull(send(FakeResponse.json(body)).block());
    }

    private static Mono<Sample> send(FakeResponse answer) {
        return FakeTransport.answering(answer).client().send(GET_SAMPLE);
    }
}
