package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** How demand, cancelling and many subscribers meet the requests of a listing. */
class PagedFluxDemandTest {
    private static final Operation LIST =
            Method.GET.path("/v3/{domain}/numbers", "example.com").query("limit", 2);

    @Test
    void doesNotAskForTheFirstPageBeforeThereIsDemand() {
        FakeTransport transport = FakeTransport.answering(page("[1]", ""));

        StepVerifier.create(numbers(transport).prefetchingOnePage(), 0)
                .expectSubscription()
                .then(() -> assertThat(transport.sent()).isEmpty())
                .thenRequest(1)
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void doesNotAskForTheNextPageBeforeThereIsDemandForIt() {
        FakeTransport transport =
                FakeTransport.answering(page("[1,2]", "/v3/example.com/numbers?page=2"), page("[3]", ""));

        StepVerifier.create(numbers(transport), 2)
                .expectNext(1, 2)
                .then(() -> assertThat(transport.sent()).hasSize(1))
                .thenRequest(1)
                .expectNext(3)
                .verifyComplete();
    }

    @Test
    void asksForOnePageAheadOfThoseInDemandAndForNoFurtherOne() {
        FakeTransport transport = FakeTransport.answering(
                page("[1]", "/v3/example.com/numbers?page=2"),
                page("[2]", "/v3/example.com/numbers?page=3"),
                page("[3]", ""));

        StepVerifier.create(numbers(transport).prefetchingOnePage(), 1)
                .expectNext(1)
                .then(() -> assertThat(transport.sent()).hasSize(2))
                .thenRequest(1)
                .expectNext(2)
                .then(() -> assertThat(transport.sent()).hasSize(3))
                .thenRequest(1)
                .expectNext(3)
                .verifyComplete();
    }

    @Test
    void completesWithItsLastItemAndWaitsForNoFurtherDemand() {
        StepVerifier.create(numbers(FakeTransport.answering(page("[1,2]", ""))), 2)
                .expectNext(1, 2)
                .verifyComplete();
    }

    @Test
    void cancelsTheRequestForThePageThatIsUnderWay() {
        AtomicInteger cancelled = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering(
                (SentRequest request) -> request.target().contains("page=2")
                        ? Mono.<FakeResponse>never().doOnCancel(cancelled::incrementAndGet)
                        : Mono.just(page("[1]", "/v3/example.com/numbers?page=2")));

        numbers(transport).subscribe().dispose();
        assertThat(cancelled).hasValue(1);

        BaseSubscriber<Integer> ofOneItem = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }
        };
        numbers(transport).prefetchingOnePage().subscribe(ofOneItem);
        assertThat(transport.sent()).hasSize(4);
        ofOneItem.cancel();
        assertThat(cancelled).hasValue(2);
    }

    @Test
    void cancelsARequestThatIsAboutToStart() {
        AtomicInteger cancelled = new AtomicInteger();
        AtomicReference<Subscription> subscription = new AtomicReference<>();
        FakeTransport transport = FakeTransport.answering(request -> {
            Objects.requireNonNull(subscription.get()).cancel();
            return Mono.<FakeResponse>never().doOnCancel(cancelled::incrementAndGet);
        });

        numbers(transport).doOnSubscribe(subscription::set).subscribe(new BaseSubscriber<Integer>() {});

        assertThat(cancelled).hasValue(1);
    }

    @Test
    void walksManyPagesWithoutDeepRecursion() {
        AtomicInteger number = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering((SentRequest request) -> {
            int page = number.incrementAndGet();
            return Mono.just(page("[" + page + "]", page == 20_000 ? "" : "/v3/example.com/numbers?page=" + page));
        });

        StepVerifier.create(numbers(transport).count()).expectNext(20_000L).verifyComplete();
    }

    @Test
    void sharesNothingButTheRequestBetweenConcurrentSubscribers() {
        Sinks.One<FakeResponse> first = Sinks.one();
        FakeTransport transport = FakeTransport.answering((SentRequest request) -> first.asMono());
        PagedFlux<Integer, Listing<Integer>> numbers = numbers(transport);

        StepVerifier.create(Flux.merge(numbers, numbers).collectList())
                .then(() -> first.tryEmitValue(page("[1,2]", "")))
                .assertNext(items -> assertThat(items).containsExactlyInAnyOrder(1, 2, 1, 2))
                .verifyComplete();
        assertThat(transport.sent()).hasSize(2);
    }

    private static PagedFlux<Integer, Listing<Integer>> numbers(FakeTransport transport) {
        return transport.client().list(LIST.listing(Integer.class, NextPage.url()));
    }

    private static FakeResponse page(String items, String next) {
        return FakeResponse.json("{\"items\":" + items + ",\"paging\":{\"next\":\"" + next + "\"}}");
    }
}
