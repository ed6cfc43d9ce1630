package io.github.mailgunreactor.suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class BatchesTest {
    private static final FakeResponse ADDED = FakeResponse.json("{\"message\": \"added\"}");

    /** Answers when a test says so, and counts how many requests wait for that. */
    private final List<Sinks.One<FakeResponse>> waiting = new ArrayList<>();

    private final FakeTransport patient = FakeTransport.answering(request -> {
        Sinks.One<FakeResponse> answer = Sinks.one();
        waiting.add(answer);
        return answer.asMono();
    });

    private final FakeTransport prompt = FakeTransport.answering(request -> Mono.just(ADDED));

    @Test
    void addsAQuarterOfAMillionWithTheFewestRequestsThatCanBeAndLosesOnlyTheBatchThatFailed() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger mostUnderWay = new AtomicInteger();
        AtomicInteger number = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering(request -> Mono.defer(() -> {
                    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    boolean unlucky = number.incrementAndGet() == 100;
                    FakeResponse answer = unlucky ? FakeResponse.json(400, "{\"message\": \"no such thing\"}") : ADDED;
                    // Answers come late, so that requests pile up as far as they may.
                    return Mono.delay(Duration.ofMillis(1)).thenReturn(answer);
                })
                .doOnNext(answer -> underWay.decrementAndGet()));

        List<BatchResult<NewBounce, Confirmation>> results = Objects.requireNonNull(new BouncesApi(transport.client())
                .addAll("example.com", bounces(250_000), Batching.defaults().concurrency(8))
                .collectList()
                .block());

        assertThat(transport.sent()).hasSize(250);
        assertThat(mostUnderWay.get()).isBetween(2, 8);
        List<BatchResult<NewBounce, Confirmation>> failed =
                results.stream().filter(BatchResult::failed).toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).error()).isInstanceOf(ErrorStatusException.class);
        Set<String> reported = new HashSet<>();
        results.forEach(result -> reported.addAll(addresses(result)));
        assertThat(reported).hasSize(250_000);
        String body = transport.sent().get(99).body();
        assertThat(addresses(failed.get(0))).hasSize(1000).allMatch(address -> body.contains('"' + address + '"'));
    }

    @Test
    void sendsNoMoreRequestsAtATimeThanItMay() {
        StepVerifier.create(new BouncesApi(patient.client())
                        .addAll(
                                "example.com",
                                bounces(5000),
                                Batching.defaults().concurrency(2)))
                .then(() -> assertThat(waiting).hasSize(2))
                .then(() -> waiting.get(0).tryEmitValue(ADDED))
                .expectNextCount(1)
                .then(() -> assertThat(waiting).hasSize(3))
                .thenCancel()
                .verify();
    }

    @Test
    void takesFromThePublisherOnlyWhatItCanSend() {
        AtomicLong taken = new AtomicLong();
        Flux<NewBounce> source = bounces(100_000).doOnNext(bounce -> taken.incrementAndGet());

        StepVerifier.create(
                        new BouncesApi(prompt.client())
                                .addAll(
                                        "example.com",
                                        source,
                                        Batching.defaults().concurrency(3)),
                        0)
                .then(() -> assertThat(taken).hasValueLessThanOrEqualTo(3000))
                .thenRequest(5)
                .expectNextCount(5)
                .then(() -> assertThat(taken).hasValueLessThanOrEqualTo(8000))
                .thenCancel()
                .verify();
    }

    @Test
    void sendsALastRequestThatIsNotFull() {
        StepVerifier.create(new ComplaintsApi(prompt.client())
                        .addAll(
                                "example.com",
                                Flux.range(0, 1001).map(i -> NewComplaint.of("user" + i + "@x.example"))))
                .assertNext(first -> assertThat(first.items()).hasSize(1000))
                .assertNext(last -> assertThat(last.items().stream().map(NewComplaint::address))
                        .containsExactly("user1000@x.example"))
                .verifyComplete();
    }

    @Test
    void sendsNothingWhereThereIsNothing() {
        StepVerifier.create(new UnsubscribesApi(prompt.client()).addAll("example.com", Flux.empty()))
                .verifyComplete();
        assertThat(prompt.sent()).isEmpty();
    }

    @Test
    void startsAnewForEachSubscriber() {
        Flux<BatchResult<NewBounce, Confirmation>> adding =
                new BouncesApi(prompt.client()).addAll("example.com", bounces(1500));

        StepVerifier.create(adding).expectNextCount(2).verifyComplete();
        StepVerifier.create(adding).expectNextCount(2).verifyComplete();

        assertThat(prompt.sent()).hasSize(4);
    }

    @Test
    void sendsNothingBeforeSubscription() {
        new BouncesApi(prompt.client()).addAll("example.com", bounces(10));

        assertThat(prompt.sent()).isEmpty();
    }

    @Test
    void waitsForTheResultsOfWhatWasSentBeforeItPassesOnAnErrorOfThePublisher() {
        TestPublisher<NewBounce> source = TestPublisher.create();

        StepVerifier.create(new BouncesApi(patient.client())
                        .addAll("example.com", source, Batching.defaults().concurrency(2)))
                .then(() -> IntStream.range(0, 1001).forEach(i -> source.next(NewBounce.of("user" + i + "@x.example"))))
                .then(() -> source.error(new IllegalStateException("the file ended early")))
                .then(() -> assertThat(waiting).hasSize(1))
                .then(() -> waiting.get(0).tryEmitValue(ADDED))
                .assertNext(unsent -> assertThat(unsent.items()).hasSize(1))
                .assertNext(result -> assertThat(result.items()).hasSize(1000))
                .verifyErrorMessage("the file ended early");
    }

    @Test
    void tellsOfARequestThatGotNoAnswer() {
        FakeTransport broken = FakeTransport.answering(request -> Mono.error(new NoResponseException(
                request.method() + " " + request.template(), NoResponseException.Reason.CONNECT_FAILED, null)));

        StepVerifier.create(new BouncesApi(broken.client()).addAll("example.com", bounces(1)))
                .assertNext(result -> {
                    assertThat(result.failed()).isTrue();
                    assertThat(result.value()).isNull();
                    assertThat(result.error()).isInstanceOf(NoResponseException.class);
                })
                .verifyComplete();
    }

    @Test
    void stopsSendingWhenItIsCancelled() {
        StepVerifier.create(
                        new BouncesApi(prompt.client())
                                .addAll(
                                        "example.com",
                                        bounces(10_000),
                                        Batching.defaults().concurrency(1)),
                        1)
                .expectNextCount(1)
                .thenCancel()
                .verify();

        assertThat(prompt.sent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void refusesAListThatIsEmptyOrTooLong() {
        BouncesApi bounces = new BouncesApi(prompt.client());
        List<NewBounce> tooLong =
                Objects.requireNonNull(bounces(1001).collectList().block());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounces.addAll("example.com", List.of()))
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounces.addAll("example.com", tooLong))
                .withMessageContaining("1001");
    }

    @Test
    void refusesAtTheCallWhatItCouldOnlyReportOfEachRequest() {
        BouncesApi bounces = new BouncesApi(prompt.client());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounces.addAll("", bounces(1)))
                .withMessageContaining("domain");
        assertThatNullPointerException().isThrownBy(() -> bounces.addAll("example.com", nothing()));
    }

    private static List<String> addresses(BatchResult<NewBounce, Confirmation> result) {
        return result.items().stream().map(NewBounce::address).toList();
    }

    @SuppressWarnings("NullAway") // what a caller without a null checker may do
    private static Flux<NewBounce> nothing() {
        return null;
    }

    private static Flux<NewBounce> bounces(int count) {
        return Flux.range(0, count).map(i -> NewBounce.of("user" + i + "@example.com"));
    }
}
