package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SendAllTest {
    private static final FakeResponse QUEUED = FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued.\"}");
    private static final Message NEWS =
            Message.of("ada@example.com").subject("News").text("Dear %recipient.name%");

    private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(QUEUED));
    private final SendJob job = SendJob.of(SendId.of("news"));

    private static Flux<Recipient> recipients(int count) {
        return Flux.range(0, count)
                .map(i -> Recipient.of(EmailAddress.of("r" + i + "@example.org"), Map.of("name", "R" + i)));
    }

    private static Flux<SendResult<Recipient>> send(FakeTransport transport, SendJob job, Flux<Recipient> recipients) {
        return new MessagesApi(transport.client()).sendAll("example.com", job, NEWS, recipients);
    }

    @Test
    void cutsByCountAndAlwaysWritesTheVariablesOfEachRecipient() {
        List<SendResult<Recipient>> results = requireNonNull(send(transport, job.concurrency(1), recipients(2500))
                .collectList()
                .block());

        assertThat(results).extracting(result -> result.items().size()).containsExactly(1000, 1000, 500);
        assertThat(results)
                .extracting(result -> result.sendId().value())
                .containsExactly("news.0", "news.1000", "news.2000");
        assertThat(transport.sent()).allSatisfy(request -> {
            assertThat(request.form().get("to"))
                    .hasSameSizeAs(variables(request).keySet());
            assertThat(request.form()).containsKeys("v:send-id", "recipient-variables");
        });
        assertThat(variables(transport.sent().get(2)).get("r2499@example.org")).isEqualTo(Map.of("name", "R2499"));
    }

    @Test
    void cutsWhereARequestWouldHaveTooManyBytesOrAnAddressTwice() {
        Flux<Recipient> some = Flux.just("a@example.org", "b@example.org", "A@example.org", "c@example.org")
                .map(Recipient::of);
        Flux<Recipient> big = Flux.just("d@example.org", "e@example.org", "f@example.org")
                .map(address -> Recipient.of(EmailAddress.of(address), Map.of("x", "y".repeat(600))));

        List<SendResult<Recipient>> results =
                requireNonNull(send(transport, job.concurrency(1).bytesPerRequest(1200), some.concatWith(big))
                        .collectList()
                        .block());

        assertThat(results)
                .extracting(result -> result.items().stream()
                        .map(recipient -> recipient.address().address().charAt(0))
                        .toList())
                .containsExactly(List.of('a', 'b'), List.of('A', 'c', 'd'), List.of('e'), List.of('f'));
    }

    @Test
    void tellsOfEachRequestWhatIsKnown() {
        List<FakeResponse> script = new ArrayList<>(List.of(
                QUEUED,
                FakeResponse.json(400, "{\"message\": \"to parameter is not a valid address\"}"),
                FakeResponse.json(503, "{}")));
        FakeTransport mixed = FakeTransport.answering(request -> Mono.just(script.remove(0)));

        List<SendResult<Recipient>> results =
                requireNonNull(send(mixed, job.concurrency(1).recipientsPerRequest(1), recipients(3))
                        .collectList()
                        .block());

        assertThat(results)
                .extracting(SendResult::outcome)
                .containsExactly(SendOutcome.SENT, SendOutcome.NOT_SENT, SendOutcome.UNKNOWN);
        assertThat(results.get(0).messageId()).isEqualTo("a@b");
        assertThat(results.get(1).error()).hasMessageContaining("not a valid address");
        assertThat(results.toString()).doesNotContain("example.org");
    }

    @Test
    void stopsWhereTheJobSaysSo() {
        FakeTransport refusing = FakeTransport.answering(request -> Mono.just(FakeResponse.json(401, "Forbidden")));

        List<SendResult<Recipient>> results = requireNonNull(send(
                        refusing,
                        job.concurrency(2).recipientsPerRequest(1).stoppingAfter(result -> !result.sent()),
                        recipients(1000))
                .collectList()
                .block());

        assertThat(results).hasSizeBetween(1, 3);
        assertThat(refusing.sent()).hasSizeBetween(1, 3);
    }

    @Test
    void asksForNoMoreThanIsDemandedAndSendsNoMoreThanIsAllowed() {
        AtomicLong asked = new AtomicLong();
        Flux<Recipient> counted = recipients(100_000).doOnNext(recipient -> asked.incrementAndGet());
        List<Sinks.One<FakeResponse>> open = new ArrayList<>();
        FakeTransport slow = FakeTransport.answering(request -> {
            Sinks.One<FakeResponse> sink = Sinks.one();
            open.add(sink);
            return sink.asMono();
        });

        StepVerifier.create(send(slow, job.concurrency(3).recipientsPerRequest(10), counted), 0)
                .thenRequest(1)
                .then(() -> assertThat(open).hasSize(3))
                .then(() -> open.get(0).tryEmitValue(QUEUED))
                .expectNextCount(1)
                .then(() -> assertThat(open).hasSize(4))
                .then(() -> assertThat(asked.get()).isLessThan(10 * 3 + 100))
                .thenCancel()
                .verify();
    }

    @Test
    void givesTheResultsOfWhatIsUnderWayBeforeAnErrorOfThePublisher() {
        Flux<Recipient> broken = recipients(15).concatWith(Flux.error(new IllegalStateException("database")));

        StepVerifier.create(send(transport, job.recipientsPerRequest(10), broken))
                .assertNext(result -> assertThat(result.items()).hasSize(10))
                .verifyErrorMessage("database");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void sendsMessagesOneByOneAndTellsOfThoseThatAreNone() {
        Flux<Message> messages = Flux.just(
                NEWS.to("a@example.org"),
                Message.of("ada@example.com").to("b@example.org"),
                NEWS.to("c@example.org").sendId(SendId.of("own")));

        List<SendResult<Message>> results = requireNonNull(new MessagesApi(transport.client())
                .sendAll("example.com", job.concurrency(1), messages)
                .collectList()
                .block());

        assertThat(results)
                .extracting(SendResult::outcome)
                .containsExactly(SendOutcome.SENT, SendOutcome.NOT_SENT, SendOutcome.SENT);
        assertThat(transport.sent())
                .extracting(request -> request.form().get("v:send-id"))
                .containsExactly(List.of("news.0"), List.of("news.2"));
    }

    @Test
    void refusesAMessageThatHasRecipientsOrNoContentAtTheCall() {
        MessagesApi api = new MessagesApi(transport.client());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.sendAll("example.com", job, NEWS.to("x@example.org"), recipients(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.sendAll("example.com", job, Message.of("a@example.com"), recipients(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> SendJob.of(SendId.of("x".repeat(45))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.of(NEWS, List.of(Recipient.of("a@b.org"), Recipient.of("A@b.org"))))
                .withMessageContaining("index 1");
    }

    @Test
    void keepsACheckpointBeforeEachRequestAndAfterEachResponse() {
        List<String> log = new ArrayList<>();
        FakeTransport logging = FakeTransport.answering(request -> {
            log.add("sent " + requireNonNull(request.form().get("v:send-id")).get(0));
            return Mono.just(QUEUED);
        });

        send(
                        logging,
                        job.concurrency(1)
                                .recipientsPerRequest(2)
                                .saving(checkpoint -> Mono.fromRunnable(() -> log.add(
                                        checkpoint.confirmed() + " confirmed, " + checkpoint.inDoubt() + " in doubt"))),
                        recipients(4))
                .blockLast();

        assertThat(log)
                .containsExactly(
                        "0 confirmed, 2 in doubt",
                        "sent news.0",
                        "2 confirmed, 0 in doubt",
                        "2 confirmed, 2 in doubt",
                        "sent news.2",
                        "4 confirmed, 0 in doubt");
    }

    @Test
    void sendsNothingThatIsNotInACheckpointFirst() {
        StepVerifier.create(send(
                        transport,
                        job.saving(checkpoint -> Mono.error(new IllegalStateException("disk full"))),
                        recipients(4)))
                .verifyErrorMessage("disk full");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void refusesToGoOnWithOtherRecipientsThanBefore() {
        List<SendCheckpoint> kept = new ArrayList<>();
        send(
                        transport,
                        job.concurrency(1).recipientsPerRequest(10).saving(c -> Mono.fromRunnable(() -> kept.add(c))),
                        recipients(50))
                .take(3)
                .blockLast();
        SendJob resumed =
                SendJob.of(SendCheckpoint.parse(kept.get(kept.size() - 1).toString()));
        int before = transport.sent().size();

        StepVerifier.create(send(transport, resumed, recipients(50).skip(1)))
                .verifyErrorMatches(error -> error instanceof IllegalStateException);
        StepVerifier.create(send(transport, resumed, recipients(5)))
                .verifyErrorMatches(error -> error instanceof IllegalStateException);
        assertThat(transport.sent()).hasSize(before);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(SentRequest request) {
        return (Map<String, Object>) requireNonNull(Json.readAny(
                requireNonNull(request.form().get("recipient-variables")).get(0).getBytes(StandardCharsets.UTF_8)));
    }
}
