package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.publisher.TestPublisher.Violation;
import reactor.test.subscriber.TestSubscriber;

/** What a listing makes of the signals of its subscriber and of its requests, in whatever order they come. */
class PageSubscriptionTest {
    private static final Operation LIST = Method.GET.path("/v1/numbers");

    private final TestSubscriber<Integer> subscriber =
            TestSubscriber.builder().initialRequest(0).build();
    private final TestPublisher<Response<Listing<Integer>>> request =
            TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION, Violation.CLEANUP_ON_TERMINATE);

    /** A listing whose only page is what the publisher gives. */
    private static PagedFlux<Integer, Listing<Integer>> listing(Mono<Response<Listing<Integer>>> request) {
        return new PagedFlux<>(asked -> request, LIST, NextPage.none(), false, OnUnreadableItem.FAIL);
    }

    private static Response<Listing<Integer>> page(Integer... items) {
        return Response.of(FakeResponse.empty(200), Region.US, Listing.of(List.of(items)));
    }

    @Test
    void givesTheItemsOfAPageOnceItsResponseIsThere() {
        listing(Mono.fromDirect(request)).subscribe(subscriber);
        subscriber.request(2);

        request.next(page(1, 2));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void givesAnItemForEachThatIsAskedFor() {
        listing(Mono.just(page(1, 2, 3))).subscribe(subscriber);

        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2);
        assertThat(subscriber.isTerminated()).isFalse();

        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2, 3);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void failsWhereARequestGivesNoPage() {
        listing(Mono.empty()).subscribe(subscriber);

        subscriber.request(1);

        assertThat(subscriber.expectTerminalError())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("there was none where a page should be");
    }

    @Test
    void doesNothingMoreAfterItsEnd() {
        listing(Mono.just(page(1))).subscribe(subscriber);
        subscriber.request(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();

        subscriber.request(1);
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void cancelsARequestThatBeginsAfterTheListingWasCancelled() {
        AtomicReference<Runnable> beginning = new AtomicReference<>();
        listing(Mono.fromDirect(actual -> beginning.set(() -> request.subscribe(actual))))
                .subscribe(subscriber);
        subscriber.request(1);
        subscriber.cancel();

        Objects.requireNonNull(beginning.get()).run();

        request.assertCancelled();
    }

    @Test
    void dropsWhatARequestSignalsAfterItsResponseAsReactorDoes() {
        Response<Listing<Integer>> second = page(2);
        List<Object> dropped = new ArrayList<>();
        Hooks.onNextDropped(dropped::add);
        Hooks.onErrorDropped(error -> dropped.add(String.valueOf(error.getMessage())));
        try {
            listing(Mono.fromDirect(request)).subscribe(subscriber);
            subscriber.request(9);
            request.next(page(1));

            request.next(second).error(new IllegalStateException("late"));
        } finally {
            Hooks.resetOnNextDropped();
            Hooks.resetOnErrorDropped();
        }

        assertThat(dropped).containsExactly(second, "late");
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void dropsAnErrorAfterACancelAsReactorDoes() {
        List<Throwable> dropped = new ArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            listing(Mono.fromDirect(request)).subscribe(subscriber);
            subscriber.request(1);
            subscriber.cancel();

            request.error(new IllegalStateException("late"));
        } finally {
            Hooks.resetOnErrorDropped();
        }

        assertThat(dropped).hasSize(1);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void stopsInTheMiddleOfAPageWhenItIsCancelled() {
        List<Integer> given = new ArrayList<>();

        listing(Mono.just(page(1, 2, 3))).doOnNext(given::add).take(2).blockLast();

        assertThat(given).containsExactly(1, 2);
    }
}
