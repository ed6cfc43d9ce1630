package io.github.mailgunreactor.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class BatchingTest {
    @Test
    void cutsByNumber() {
        StepVerifier.create(Batching.defaults()
                        .maxItems(3)
                        .send(Flux.range(0, 7), BatchingTest::count)
                        .map(BatchResult::items))
                .expectNext(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6))
                .verifyComplete();
    }

    @Test
    void takesTheSmallerOfWhatACallerAndAnOperationAllow() {
        assertThat(Batching.defaults()
                        .maxItems(2)
                        .maxItems(3)
                        .send(Flux.range(0, 3), BatchingTest::count)
                        .collectList()
                        .block())
                .hasSize(2);
    }

    @Test
    void cutsBySizeAndSendsWhatIsTooLargeAlone() {
        StepVerifier.create(Batching.defaults()
                        .maxBytes(10)
                        .send(Flux.just(4, 5, 1, 6, 5, 50, 1), item -> item, BatchingTest::count)
                        .map(BatchResult::items))
                .expectNext(List.of(4, 5, 1), List.of(6), List.of(5), List.of(50), List.of(1))
                .verifyComplete();
    }

    @Test
    void sendsWhatHasComeWhenTheTimeIsUp() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        TestPublisher<Integer> source = TestPublisher.create();

        StepVerifier.create(Batching.defaults()
                        .flushAfter(Duration.ofSeconds(5))
                        .scheduler(time)
                        .send(source, BatchingTest::count)
                        .map(BatchResult::items))
                .then(() -> source.next(1))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(4)))
                .then(() -> source.next(2))
                .expectNoEvent(Duration.ZERO)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNext(List.of(1, 2))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(9)))
                .then(() -> source.next(3))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                .expectNext(List.of(3))
                .then(source::complete)
                .verifyComplete();
    }

    @Test
    void doesNotCutAFreshBatchForTheTimeOfOneThatWasFull() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        TestPublisher<Integer> source = TestPublisher.create();

        StepVerifier.create(Batching.defaults()
                        .maxItems(2)
                        .flushAfter(Duration.ofSeconds(5))
                        .scheduler(time)
                        .send(source, BatchingTest::count)
                        .map(BatchResult::items))
                .then(() -> source.next(1))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(4)))
                .then(() -> source.next(2, 3))
                .expectNext(List.of(1, 2))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                .then(() -> source.next(4))
                .expectNext(List.of(3, 4))
                .then(source::complete)
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void stopsWhereEveryFurtherRequestWouldBeRefusedAndLosesNoItem(int status) {
        FakeTransport transport =
                FakeTransport.answering(request -> Mono.just(FakeResponse.json(status, "{\"message\":\"no\"}")));
        AtomicLong taken = new AtomicLong();
        List<Integer> told = new ArrayList<>();

        StepVerifier.create(Batching.defaults()
                        .maxItems(10)
                        .concurrency(2)
                        .send(Flux.range(0, 100_000).doOnNext(i -> taken.incrementAndGet()), request(transport))
                        .doOnNext(result -> told.addAll(result.items()))
                        .filter(result -> !result.failed()))
                .verifyErrorMessage(
                        "POST /v1/x: status " + status + ", no" + (status == 401 ? " (asked in region us)" : ""));

        assertThat(transport.sent()).hasSizeLessThanOrEqualTo(2);
        assertThat(taken).hasValueLessThanOrEqualTo(40);
        assertThat(told).hasSize(taken.intValue()).doesNotHaveDuplicates();
    }

    @Test
    void stopsWhereTheClientIsClosed() {
        FakeTransport transport = FakeTransport.answering(
                request -> Mono.error(new NoResponseException("POST /v1/x", NoResponseException.Reason.CLOSED, null)));

        StepVerifier.create(
                        Batching.defaults().maxItems(1).concurrency(1).send(Flux.range(0, 1000), request(transport)))
                .thenConsumeWhile(BatchResult::failed)
                .verifyError(NoResponseException.class);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void goesOnAfterAnyOtherFailure() {
        AtomicInteger number = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering(request ->
                Mono.just(FakeResponse.json(number.incrementAndGet() == 2 ? 404 : 200, "{\"message\":\"x\"}")));

        StepVerifier.create(Batching.defaults()
                        .maxItems(1)
                        .send(Flux.range(0, 4), request(transport))
                        .map(BatchResult::failed))
                .expectNext(false, true, false, false)
                .verifyComplete();
    }

    @Test
    void givesResultsOfWhatIsUnderWayAfterItWasToldToStop() {
        List<Sinks.One<Integer>> waiting = new ArrayList<>();
        Function<List<Integer>, Mono<Integer>> request = batch -> {
            Sinks.One<Integer> answer = Sinks.one();
            waiting.add(answer);
            return answer.asMono();
        };

        StepVerifier.create(Batching.defaults()
                        .maxItems(1)
                        .concurrency(2)
                        .send(Flux.range(0, 100), request)
                        .map(result -> result.items() + " " + result.failed()))
                .then(() -> waiting.get(0)
                        .tryEmitError(new NoResponseException("POST /v1/x", NoResponseException.Reason.CLOSED, null)))
                .expectNext("[0] true")
                .then(() -> waiting.get(1).tryEmitValue(1))
                .expectNext("[1] false")
                .verifyError(NoResponseException.class);
        assertThat(waiting).hasSize(2);
    }

    @Test
    void tellsOfWhatAFailedPublisherLeftUnsent() {
        StepVerifier.create(Batching.defaults()
                        .maxItems(2)
                        .send(
                                Flux.range(0, 3).concatWith(Mono.error(new IllegalStateException("cut"))),
                                BatchingTest::count))
                .assertNext(sent -> assertThat(sent.failed()).isFalse())
                .assertNext(unsent -> {
                    assertThat(unsent.items()).containsExactly(2);
                    assertThat(unsent.error()).hasMessage("cut");
                })
                .verifyErrorMessage("cut");
    }

    @Test
    void endsWhereAnItemCannotBeMeasured() {
        StepVerifier.create(Batching.defaults()
                        .send(Flux.range(0, 3), item -> 1 / (item - 1), BatchingTest::count)
                        .filter(result -> !result.failed()))
                .verifyError(ArithmeticException.class);
    }

    @Test
    void freesThePublisherTheTimerAndTheRequestsWhenItIsCancelled() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        TestPublisher<Integer> source = TestPublisher.create();
        AtomicInteger cancelled = new AtomicInteger();

        StepVerifier.create(Batching.defaults()
                        .maxItems(2)
                        .flushAfter(Duration.ofSeconds(1))
                        .scheduler(time)
                        .send(source, batch -> Mono.<Integer>never().doOnCancel(cancelled::incrementAndGet)))
                .then(() -> source.next(1, 2, 3))
                .thenCancel()
                .verify();

        source.assertCancelled();
        assertThat(cancelled).hasValue(1);
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void takesARequestWithoutAValueForASuccess() {
        StepVerifier.create(Batching.defaults().send(Flux.just(1), batch -> Mono.<String>empty()))
                .assertNext(result -> {
                    assertThat(result.failed()).isFalse();
                    assertThat(result.value()).isNull();
                })
                .verifyComplete();
    }

    @Test
    void printsNoItems() {
        assertThat(new BatchResult<>(List.of("ann@example.com"), "added", null))
                .hasToString("BatchResult[1 items, done]");
        assertThat(new BatchResult<>(List.of("ann@example.com"), null, new IllegalStateException("broken")).toString())
                .contains("failed", "broken")
                .doesNotContain("ann");
    }

    @Test
    void refusesSettingsOutOfRange() {
        Batching batching = Batching.defaults();
        for (Runnable setting : List.<Runnable>of(
                () -> batching.concurrency(0),
                () -> batching.concurrency(257),
                () -> batching.maxItems(0),
                () -> batching.maxBytes(0),
                () -> batching.flushAfter(Duration.ZERO))) {
            assertThatIllegalArgumentException().isThrownBy(setting::run).withMessageContaining(" must be from ");
        }
    }

    private static Mono<Integer> count(List<Integer> batch) {
        return Mono.just(batch.size());
    }

    private static Function<List<Integer>, Mono<String>> request(FakeTransport transport) {
        return batch ->
                transport.client().send(Method.POST.path("/v1/x").asText()).map(Objects::requireNonNull);
    }
}
