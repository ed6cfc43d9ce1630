package io.github.mailgunreactor.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class DiscoveringRegionRouterTest {
    private final TestClock clock = new TestClock();
    private final TwoRegions regions =
            new TwoRegions().with("shop.eu", Region.EU).with("shop.us", Region.US);
    private final DiscoveringRegionRouter router = regions.router().clock(clock);

    @Test
    void findsTheRegionInWhichADomainLives() {
        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.EU);
        assertThat(router.regionOf("shop.us").block()).isEqualTo(Region.US);
    }

    @Test
    void asksNothingBeforeSubscription() {
        router.regionOf("shop.eu");

        assertThat(regions.transport().sent()).isEmpty();
    }

    @Test
    void letsOneClientServeDomainsOfBothRegions() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                request.path().startsWith("/v4") && request.region().equals(Region.US)
                        ? FakeResponse.json(404, "{}")
                        : FakeResponse.json("{\"domain\": {\"name\": \"shop.eu\"}}")));
        MailgunClient plain = transport.client();
        MailgunClient mailgun = plain.routedBy(DiscoveringRegionRouter.of(plain, Region.US, Region.EU));

        mailgun.send(Method.GET.path("/v3/{domain}/bounces", "shop.eu").asEmpty())
                .block();

        SentRequest last = transport.sent().get(transport.sent().size() - 1);
        assertThat(last.line()).isEqualTo("GET /v3/shop.eu/bounces");
        assertThat(last.region()).isEqualTo(Region.EU);
    }

    @Test
    void searchesWithAClientThatIsRoutedItself() {
        MailgunClient routed = regions.client().routedBy(domain -> Mono.error(new AssertionError("asked a router")));

        assertThat(DiscoveringRegionRouter.of(routed, Region.US, Region.EU)
                        .regionOf("shop.eu")
                        .block())
                .isEqualTo(Region.EU);
    }

    @Test
    void remembersWhereADomainLives() {
        router.regionOf("shop.eu").block();
        long asked = regions.asked("shop.eu");
        clock.advance(Duration.ofMinutes(59));

        router.regionOf("SHOP.EU").block();

        assertThat(regions.asked("shop.eu")).isEqualTo(asked);
    }

    @Test
    void searchesAgainWhenItsMemoryHasExpired() {
        router.regionOf("shop.eu").block();
        regions.with("shop.eu", Region.US);
        clock.advance(Duration.ofHours(1));

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.US);
    }

    @Test
    void searchesForEachCallWhereNothingIsToBeRemembered() {
        DiscoveringRegionRouter forgetful = router.timeToLive(Duration.ZERO);
        forgetful.regionOf("shop.eu").block();
        regions.with("shop.eu", Region.US);

        assertThat(forgetful.regionOf("shop.eu").block()).isEqualTo(Region.US);
    }

    @Test
    void searchesAgainForADomainThatItWasToldToForget() {
        router.regionOf("shop.eu").block();
        regions.with("shop.eu", Region.US);

        router.forget("Shop.eu");

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.US);
    }

    @Test
    void failsWithStatus404ForADomainThatIsNowhere() {
        StepVerifier.create(router.regionOf("nowhere.example"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorStatusException.class,
                                status -> assertThat(status.isNotFound()).isTrue())
                        .hasMessageStartingWith("GET /v4/domains/{domain}: status 404"));
    }

    @Test
    void failsWithStatus404WhereOneRegionDoesNotKnowTheKey() {
        regions.failing(Region.EU, 401);

        for (int i = 0; i < 2; i++) {
            StepVerifier.create(router.regionOf("nowhere.example"))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    ErrorStatusException.class,
                                    status -> assertThat(status.isNotFound()).isTrue()));
        }
        assertThat(regions.asked("nowhere.example")).isEqualTo(2);
    }

    @Test
    void findsADomainThoughOneRegionDoesNotKnowTheKey() {
        regions.failing(Region.US, 401);

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.EU);
    }

    @Test
    void sendsToTheClientsRegionWithAKeyThatMayNotSearch() {
        regions.failing(Region.US, 401).failing(Region.EU, 401);
        DiscoveringRegionRouter european = DiscoveringRegionRouter.of(
                        regions.client().inRegion(Region.EU), Region.US, Region.EU)
                .clock(clock);

        assertThat(european.regionOf("shop.us").block()).isEqualTo(Region.EU);
        assertThat(european.regionOf("shop.us").block()).isEqualTo(Region.EU);
        assertThat(regions.asked("shop.us")).isEqualTo(2);

        regions.working();
        clock.advance(Duration.ofSeconds(10));
        assertThat(european.regionOf("shop.us").block()).isEqualTo(Region.US);
    }

    @Test
    void givesEveryCallerAnErrorOfItsOwn() {
        List<Throwable> errors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            router.regionOf("nowhere.example")
                    .doOnError(errors::add)
                    .onErrorComplete()
                    .block();
        }

        errors.get(0).addSuppressed(new IllegalStateException("of the first caller"));

        assertThat(errors).doesNotHaveDuplicates();
        assertThat(errors.get(1).getSuppressed()).isEmpty();
        assertThat(errors.get(2)).hasMessage(errors.get(0).getMessage());
    }

    @Test
    void asksForTheSubaccountThatTheCallIsMadeFor() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                "sub-1".equals(request.headers().first("X-Mailgun-On-Behalf-Of"))
                                && request.region().equals(Region.EU)
                        ? FakeResponse.json("{\"domain\": {\"name\": \"shop.eu\"}}")
                        : FakeResponse.json(404, "{}")));
        MailgunClient plain = transport.client();
        MailgunClient routed = plain.routedBy(DiscoveringRegionRouter.of(plain, Region.US, Region.EU));

        routed.onBehalfOf("sub-1")
                .send(Method.GET.path("/v3/{domain}/bounces", "shop.eu").asEmpty())
                .block();

        SentRequest last = transport.sent().get(transport.sent().size() - 1);
        assertThat(last.line()).isEqualTo("GET /v3/shop.eu/bounces");
        assertThat(last.region()).isEqualTo(Region.EU);
    }

    @Test
    void remembersForAShortTimeThatADomainIsNowhere() {
        router.regionOf("new.example").onErrorComplete().block();
        regions.with("new.example", Region.EU);
        clock.advance(Duration.ofSeconds(9));

        StepVerifier.create(router.regionOf("new.example")).verifyError(ErrorStatusException.class);
        assertThat(regions.asked("new.example")).isEqualTo(2);

        clock.advance(Duration.ofSeconds(1));
        assertThat(router.regionOf("new.example").block()).isEqualTo(Region.EU);
    }

    @Test
    void findsADomainThoughAnotherRegionFails() {
        regions.failing(Region.US, 503);

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.EU);
    }

    @Test
    void failsWhereTheRegionThatMayHaveTheDomainDoesNotTell() {
        regions.failing(Region.EU, 503);

        StepVerifier.create(router.regionOf("shop.eu"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorStatusException.class,
                                status -> assertThat(status.status()).isEqualTo(503)));
    }

    @Test
    void doesNotRememberAFailedSearch() {
        regions.failing(Region.EU, 503);
        router.regionOf("shop.eu").onErrorComplete().block();
        regions.working();

        assertThat(router.regionOf("shop.eu").block()).isEqualTo(Region.EU);
    }

    @Test
    void sharesOneSearchAmongCallersAtTheSameTime() {
        Sinks.Empty<Void> hold = Sinks.empty();
        regions.delaying(answer -> hold.asMono().then(answer));
        List<Region> found = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            router.regionOf("shop.eu").subscribe(found::add);
        }

        hold.tryEmitEmpty();

        assertThat(found).hasSize(100).containsOnly(Region.EU);
        assertThat(regions.asked("shop.eu")).isEqualTo(2);
    }

    @Test
    void sharesOneSearchAmongThreads() {
        regions.delaying(answer -> answer.delayElement(Duration.ofMillis(200)));

        List<Region> found = Flux.range(0, 1000)
                .flatMap(i -> router.regionOf("shop.eu").subscribeOn(Schedulers.parallel()), 1000)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(found).hasSize(1000).containsOnly(Region.EU);
        assertThat(regions.asked("shop.eu")).isEqualTo(2);
    }

    @Test
    void goesOnWithASearchThatSomeCallersGaveUp() {
        Sinks.Empty<Void> hold = Sinks.empty();
        regions.delaying(answer -> hold.asMono().then(answer));
        Disposable impatient = router.regionOf("shop.eu").subscribe();
        List<Region> found = new ArrayList<>();
        router.regionOf("shop.eu").subscribe(found::add);

        impatient.dispose();
        hold.tryEmitEmpty();

        assertThat(found).containsExactly(Region.EU);
    }

    @Test
    void endsASearchThatAllCallersGaveUp() {
        AtomicInteger cancelled = new AtomicInteger();
        regions.delaying(answer -> Mono.<FakeResponse>never().doOnCancel(cancelled::incrementAndGet));
        Disposable first = router.regionOf("shop.eu").subscribe();
        Disposable second = router.regionOf("shop.eu").subscribe();

        first.dispose();
        assertThat(cancelled).hasValue(0);
        second.dispose();

        assertThat(cancelled).hasValue(2);
    }

    @Test
    void doesNotWaitForRegionsThatNeedNotAnswerAnyMore() {
        AtomicInteger cancelled = new AtomicInteger();
        FakeTransport transport =
                FakeTransport.answering(request -> request.region().equals(Region.US)
                        ? Mono.<FakeResponse>never().doOnCancel(cancelled::incrementAndGet)
                        : Mono.just(FakeResponse.json("{\"domain\": {\"name\": \"shop.eu\"}}")));

        Region found = DiscoveringRegionRouter.of(transport.client(), Region.US, Region.EU)
                .regionOf("shop.eu")
                .block(Duration.ofSeconds(5));

        assertThat(found).isEqualTo(Region.EU);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void forgetsTheDomainThatWasNotAskedForTheLongestWhenThereAreTooMany() {
        DiscoveringRegionRouter small = router.maxDomains(2);
        regions.with("third.eu", Region.EU);
        small.regionOf("shop.eu").block();
        small.regionOf("shop.us").block();
        small.regionOf("shop.eu").block();

        small.regionOf("third.eu").block();
        regions.with("shop.eu", Region.US).with("shop.us", Region.EU);

        assertThat(small.regionOf("shop.eu").block()).isEqualTo(Region.EU);
        assertThat(small.regionOf("shop.us").block()).isEqualTo(Region.EU);
    }

    @Test
    void actsForTheSubaccountThatItsClientActsFor() {
        DiscoveringRegionRouter.of(regions.client().onBehalfOf("sub-1"), Region.EU)
                .regionOf("shop.eu")
                .block();

        assertThat(regions.transport().onlySent().headers().first("X-Mailgun-On-Behalf-Of"))
                .isEqualTo("sub-1");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscoveringRegionRouter.of(regions.client()))
                .withMessageContaining("regions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.timeToLive(Duration.ofDays(366)))
                .withMessageContaining("time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.absentTimeToLive(Duration.ofSeconds(-1)))
                .withMessageContaining("time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.maxDomains(0))
                .withMessageContaining("domains");
    }
}
