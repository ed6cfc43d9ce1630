package io.github.mailgunreactor.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.test.publisher.TestPublisher;
import reactor.test.publisher.TestPublisher.Violation;
import reactor.test.subscriber.TestSubscriber;

/** What a cutter of batches owes to its source, its subscriber and its timer, as any operator does. */
class BatchFluxTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final KeptTimers time = new KeptTimers();
    private final TestPublisher<Integer> source = TestPublisher.create();
    private final TestPublisher<Integer> stubborn =
            TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION, Violation.CLEANUP_ON_TERMINATE);
    private final TestSubscriber<List<Integer>> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    private Flux<List<Integer>> batches(
            Flux<Integer> items, int maxItems, long maxBytes, ToLongFunction<Integer> size, @Nullable Duration flush) {
        return new BatchFlux<>(items, maxItems, maxBytes, size, flush, time).map(BatchFlux.Batch::items);
    }

    private Flux<List<Integer>> ofThree(Flux<Integer> items) {
        return batches(items, 3, Long.MAX_VALUE, item -> 0, SOON);
    }

    private Flux<List<Integer>> ofTenBytes(Flux<Integer> items) {
        return batches(items, 3, 10, item -> item, null);
    }

    @Test
    void asksItsSourceForWhatIsMissingOfOneBatchAndForNothingTwice() {
        List<Long> asked = new ArrayList<>();
        ofThree(source.flux().doOnRequest(asked::add)).subscribe(subscriber);
        assertThat(asked).isEmpty();

        subscriber.request(1);
        subscriber.request(5);
        assertThat(asked).containsExactly(3L);

        source.next(1, 2);
        subscriber.request(1);
        assertThat(asked).as("the third is still to come").containsExactly(3L);

        source.next(3);
        assertThat(asked).containsExactly(3L, 3L);
    }

    @Test
    void asksForTheRestOfABatchThatSizeHasCut() {
        List<Long> asked = new ArrayList<>();
        ofTenBytes(source.flux().doOnRequest(asked::add)).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);

        source.next(9, 2, 1);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(9));
        assertThat(asked).as("there are two, one is missing").containsExactly(3L, 1L);
    }

    @Test
    void givesNoMoreBatchesThanAreInDemand() {
        ofTenBytes(Flux.just(10, 20, 30)).subscribe(subscriber);

        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(10));

        subscriber.request(2);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(10), List.of(20), List.of(30));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void givesABatchAsSoonAsItsSizeIsReached() {
        ofTenBytes(source.flux()).subscribe(subscriber);
        subscriber.request(1);

        source.next(4, 6);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(4, 6));
    }

    @Test
    void fillsABatchWhoseTimeIsUpForAsLongAsNobodyAsksForIt() {
        ofThree(source.flux()).subscribe(subscriber);
        subscriber.request(1);
        source.next(1);
        time.ring();
        source.next(2);
        time.ring();
        source.next(3);

        subscriber.request(1);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void keepsATimerForTheBatchThatFillsAndForNoOther() {
        ofThree(source.flux()).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(time.running()).isEmpty();

        source.next(1);
        assertThat(time.running()).containsExactly(SOON);
        source.next(2, 3);
        assertThat(time.running()).isEmpty();

        source.next(4).complete();
        assertThat(time.running()).isEmpty();
    }

    @Test
    void letsGoOfTheTimerAndOfWhatIsNotSentWhenItIsCancelled() {
        List<Integer> unsent = new ArrayList<>();
        batches(source.flux(), 3, 10, item -> item, SOON)
                .doOnDiscard(Integer.class, unsent::add)
                .subscribe(subscriber);
        subscriber.request(1);
        source.next(10, 20, 3);

        subscriber.cancel();

        assertThat(time.running()).isEmpty();
        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(10));
        assertThat(unsent).containsExactly(20, 3);
        source.assertCancelled();
    }

    @Test
    void keepsNothingThatComesAfterACancel() {
        List<Integer> unsent = new ArrayList<>();
        ofThree(stubborn.flux()).doOnDiscard(Integer.class, unsent::add).subscribe(subscriber);
        subscriber.request(1);
        subscriber.cancel();

        stubborn.next(1);

        assertThat(unsent).containsExactly(1);
        assertThat(time.running()).isEmpty();
    }

    @Test
    void endsOnceWhateverIsAskedAfterwards() {
        ofThree(Flux.just(1)).subscribe(subscriber);
        subscriber.request(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();

        subscriber.request(1);
        time.ring();

        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(1));
    }

    @Test
    void cancelsItsSourceAtAnItemThatCannotBeMeasured() {
        batches(source.flux(), 3, 10, item -> 1 / item, null).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);

        source.next(0);

        source.assertCancelled();
        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(0));
        assertThat(subscriber.expectTerminalError()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void dropsWhatItsSourceSignalsAfterTheEndAsReactorDoes() {
        List<Object> dropped = new ArrayList<>();
        Hooks.onNextDropped(dropped::add);
        Hooks.onErrorDropped(error -> dropped.add(String.valueOf(error.getMessage())));
        try {
            ofThree(stubborn.flux()).subscribe(subscriber);
            subscriber.request(Long.MAX_VALUE);
            stubborn.next(1).complete();

            stubborn.next(2).error(new IllegalStateException("late"));
        } finally {
            Hooks.resetOnNextDropped();
            Hooks.resetOnErrorDropped();
        }

        assertThat(subscriber.getReceivedOnNext()).containsExactly(List.of(1));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(dropped).containsExactly(2, "late");
    }

    @Test
    void dropsAnErrorAfterACancelAsReactorDoes() {
        List<Throwable> dropped = new ArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            ofThree(stubborn.flux()).subscribe(subscriber);
            subscriber.cancel();

            stubborn.error(new IllegalStateException("late"));
        } finally {
            Hooks.resetOnErrorDropped();
        }

        assertThat(dropped).hasSize(1);
    }

    @Test
    void handsTheSubscribersContextToItsSource() {
        AtomicInteger seen = new AtomicInteger();

        ofThree(Flux.deferContextual(context -> Flux.just(context.<Integer>get("first"))))
                .doOnNext(batch -> seen.set(batch.get(0)))
                .contextWrite(context -> context.put("first", 7))
                .blockLast(SOON);

        assertThat(seen).hasValue(7);
    }
}
