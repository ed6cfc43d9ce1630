package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ProofTest {
    private static final SendId ID = SendId.of("order-1");
    private static final ProofPolicy POLICY = ProofPolicy.defaults();
    private static final FakeResponse NOTHING = FakeResponse.json("{\"items\": [], \"pagination\": {}}");

    private static FakeResponse line(String sendId) {
        return FakeResponse.json(new String(
                Json.write(Map.of(
                        "items",
                        List.of(Map.of(
                                "id", "e1",
                                "event", "accepted",
                                "@timestamp", "2026-11-21T16:00:00.000Z",
                                "i-unknown", "field",
                                "message", Map.of("headers", Map.of("message-id", "m1@example.com")),
                                "user-variables", "{\"send-id\":\"" + sendId + "\",\"other\":\"order-1\"}")))),
                StandardCharsets.UTF_8));
    }

    @Test
    void asksTheLogsForTheIdOnTheDomain() {
        FakeTransport transport = FakeTransport.answering(line("order-1"));

        List<SendRecord> found = new MessagesApi(transport.client())
                .find("example.com", ID, Instant.parse("2026-11-21T16:05:00Z"))
                .collectList()
                .block();

        assertThat(found).extracting(SendRecord::messageId).containsExactly("m1@example.com");
        SentRequest request = transport.onlySent();
        assertThat(request.line()).isEqualTo("POST /v1/analytics/logs");
        Map<?, ?> query = (Map<?, ?>) requireNonNull(request.json());
        assertThat(query.get("start")).isEqualTo("Sat, 21 Nov 2026 16:00:00 +0000");
        assertThat(String.valueOf(query.get("filter")))
                .contains("attribute=domain", "value=example.com", "attribute=user_variables", "value=order-1");
    }

    @Test
    void isNotTakenInByAnotherVariableOrALongerId() {
        FakeTransport transport = FakeTransport.answering(line("order-12"));

        StepVerifier.create(
                        new MessagesApi(transport.client()).find("example.com", ID, Instant.EPOCH.plusSeconds(3600)))
                .verifyComplete();
    }

    @Test
    void waitsAsLongAsRecordsMayTakeBeforeItSaysThatThereIsNone() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(NOTHING));

        StepVerifier.withVirtualTime(
                        () -> new MessagesApi(transport.client()).prove("example.com", ID, MessageLogs.now(), POLICY))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(30).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .assertNext(proof -> assertThat(proof.sent()).isFalse())
                .verifyComplete();
        assertThat(transport.sent()).hasSize(30 * 4 + 1);
    }

    @Test
    void tellsAtOnceWhenARecordShowsUp() {
        FakeTransport transport = FakeTransport.answering(
                NOTHING, FakeResponse.json(503, "{}"), NOTHING, line("order-12"), line("order-1"));

        StepVerifier.withVirtualTime(
                        () -> new MessagesApi(transport.client()).prove("example.com", ID, MessageLogs.now(), POLICY))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(60).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .assertNext(proof -> assertThat(proof.messageId()).isEqualTo("m1@example.com"))
                .verifyComplete();
    }

    @Test
    void neverTakesFailingLooksForProof() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(FakeResponse.json(503, "{}")));

        StepVerifier.withVirtualTime(
                        () -> new MessagesApi(transport.client()).prove("example.com", ID, MessageLogs.now(), POLICY))
                .thenAwait(Duration.ofMinutes(31))
                .verifyErrorMessage("POST /v1/analytics/logs: status 503");
    }
}
