package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.ErrorStatusException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class EventTailTest {
    private static final Instant START = Instant.parse("2026-01-23T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final EventServer server = new EventServer();
    private final EventTail tail = new EventsApi(server.client())
            .tail("example.com")
            .interval(INTERVAL)
            .overlap(OVERLAP)
            .backoff(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .scheduler(time);

    EventTailTest() {
        time.advanceTimeBy(Duration.ofSeconds(START.getEpochSecond()));
    }

    @Test
    void givesWhatIsThereAndThenWhatComes() {
        server.add("a", START);

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()))
                .expectNext("a")
                .then(() -> server.add("b", START.plusSeconds(1)))
                .then(() -> time.advanceTimeBy(INTERVAL))
                .expectNext("b")
                .thenCancel()
                .verify();
    }

    @Test
    void findsAnEventThatShowsUpLateAndBehindOthers() {
        server.add("newer", START.plusSeconds(200));
        time.advanceTimeBy(Duration.ofSeconds(200));

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()))
                .expectNext("newer")
                .then(() -> server.add("late", START.plusSeconds(1)))
                .then(() -> time.advanceTimeBy(INTERVAL))
                .expectNext("late")
                .thenCancel()
                .verify();
    }

    @Test
    void givesAnEventOnceAlthoughTheServerHasItTwice() {
        server.add("a", START);
        server.add("a", START);
        server.add("b", START.plusSeconds(1));

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()))
                .expectNext("a", "b")
                .then(() -> time.advanceTimeBy(INTERVAL.multipliedBy(3)))
                .thenCancel()
                .verify();
    }

    @Test
    void asksNothingWithoutDemandAndNoPageInAdvance() {
        for (int i = 0; i < 700; i++) {
            server.add("e" + i, START.plusMillis(i));
        }

        StepVerifier.create(tail.from(START), 0)
                .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                .then(() -> assertThat(server.requests()).isZero())
                .thenRequest(300)
                .expectNextCount(300)
                .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                .then(() -> assertThat(server.requests()).isEqualTo(1))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                .then(() -> assertThat(server.requests()).isEqualTo(2))
                .thenCancel()
                .verify();
    }

    @Test
    void aSlowSubscriberSlowsThePolling() {
        for (int i = 0; i < 1000; i++) {
            server.add("e" + i, START.plusSeconds(i));
        }

        StepVerifier.create(tail.from(START)
                        .concatMap(tailed -> Flux.just(tailed).delaySequence(Duration.ofMinutes(1), time), 0)
                        .take(310))
                .thenAwait()
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(299)))
                .then(() -> assertThat(server.requests()).isEqualTo(1))
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(11)))
                .expectNextCount(310)
                .then(() -> assertThat(server.requests()).isEqualTo(2))
                .verifyComplete();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureAndNoLongerThanTheMost() {
        server.statuses(() -> 503);
        List<Long> asked = new ArrayList<>();
        server.faults(() -> {
            asked.add(time.now(TimeUnit.SECONDS) - START.getEpochSecond());
            return null;
        });

        StepVerifier.create(tail.from(START))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(100)))
                .then(() -> assertThat(asked).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L))
                .thenCancel()
                .verify();
    }

    @Test
    void waitsAsLongAsTheServerSays() {
        server.statuses(() -> server.requests() == 1 ? 429 : 200);
        server.retryAfter(Duration.ofSeconds(90));
        server.add("a", START);

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(89)))
                .then(() -> assertThat(server.requests()).isEqualTo(1))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                .expectNext("a")
                .thenCancel()
                .verify();
    }

    @Test
    void goesOnWithThePageThatFailedAndNotWithTheFirst() {
        for (int i = 0; i < 900; i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() == 3 ? 500 : 200);

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()).take(900))
                .expectNextCount(600)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNextCount(300)
                .verifyComplete();
        assertThat(server.requests()).isEqualTo(4);
        assertThat(server.begins()).hasSize(1);
    }

    @Test
    void startsThePollAnewWhereTheAddressOfAPageHasExpired() {
        for (int i = 0; i < 600; i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() == 2 ? 404 : 200);

        StepVerifier.create(tail.from(START)
                        .map(tailed -> tailed.event().id())
                        .take(600)
                        .distinct())
                .expectNextCount(300)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNextCount(300)
                .verifyComplete();
        assertThat(server.begins()).hasSize(2);
    }

    @Test
    void startsThePollAnewOnlyOnce() {
        for (int i = 0; i < 600; i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() % 2 == 0 ? 404 : 200);

        StepVerifier.create(tail.from(START))
                .expectNextCount(300)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectErrorSatisfies(error ->
                        assertThat(((ErrorStatusException) error).isNotFound()).isTrue())
                .verify();
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void endsWithAnErrorThatWillNotPass() {
        server.statuses(() -> 401);

        StepVerifier.create(tail.from(START))
                .expectErrorSatisfies(error ->
                        assertThat(((ErrorStatusException) error).status()).isEqualTo(401))
                .verify();
    }

    @Test
    void readsNoMoreThanTheOverlapAgain() {
        server.add("a", START);
        server.add("b", START.plusSeconds(3600));
        time.advanceTimeBy(Duration.ofHours(2));

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()))
                .expectNext("a", "b")
                .then(() -> time.advanceTimeBy(INTERVAL))
                .then(() -> assertThat(server.begins())
                        .containsExactly(
                                Long.toString(START.getEpochSecond()),
                                Long.toString(
                                        START.plusSeconds(3600).minus(OVERLAP).getEpochSecond())))
                .thenCancel()
                .verify();
    }

    @Test
    void startsFromNowOnTheSchedulersClock() {
        StepVerifier.create(tail.fromNow())
                .then(() -> assertThat(server.begins()).containsExactly(Long.toString(START.getEpochSecond())))
                .thenCancel()
                .verify();
    }

    @Test
    void tailsAnewForEachSubscriber() {
        server.add("a", START);
        Flux<String> ids = tail.from(START).map(tailed -> tailed.event().id());

        StepVerifier.create(ids.take(1)).expectNext("a").verifyComplete();
        StepVerifier.create(ids.take(1)).expectNext("a").verifyComplete();
    }

    @Test
    void remembersNoMoreEventsThanItShould() {
        for (int i = 0; i < 5000; i++) {
            server.add("e" + i, START.plusMillis(10L * i));
        }
        time.advanceTimeBy(Duration.ofMinutes(1));
        List<TailedEvent> given = new ArrayList<>();

        StepVerifier.create(
                        tail.remembering(1000).from(START).doOnNext(given::add).take(5000))
                .expectNextCount(5000)
                .verifyComplete();

        assertThat(given.get(4999).position().seen().since(Long.MIN_VALUE).length)
                .isLessThanOrEqualTo(1300);
        assertThat(given).extracting(tailed -> tailed.event().id()).doesNotHaveDuplicates();
    }

    @Test
    void givesEachOfAHundredThousandEventsOnceThroughFailuresAndRestarts() {
        Random random = new Random(4);
        int count = 100_000;
        List<String> given = new ArrayList<>(count);
        World world = new World(random, count);
        server.faults(() -> random.nextInt(25) == 0 ? EventServer.timeout() : null);
        server.statuses(() -> random.nextInt(20) == 0 ? 500 : 200);
        int largest = 0;
        String kept = new TailPosition(START.getEpochSecond(), SeenEvents.Snapshot.EMPTY).text();

        while (given.size() < count) {
            Restarted subscriber = new Restarted(random, given);
            tail.remembering(20_000).from(TailPosition.parse(kept)).subscribe(subscriber);
            int until = Math.min(count, given.size() + 20_000 + random.nextInt(20_000));
            for (int turns = 0; given.size() < until && turns < 1_000_000; turns++) {
                world.advance();
                subscriber.request(1 + random.nextInt(2000));
            }
            subscriber.cancel();
            kept = subscriber.position();
            largest = Math.max(largest, kept.length());
            assertThat(given).as("a tail that stands still").hasSizeGreaterThanOrEqualTo(until);
        }
        // Later polls find nothing more.
        Restarted rest = new Restarted(random, given);
        tail.from(TailPosition.parse(kept)).subscribe(rest);
        rest.request(Long.MAX_VALUE);
        for (int i = 0; i < 100; i++) {
            world.advance();
        }
        rest.cancel();

        assertThat(given).hasSize(count).doesNotHaveDuplicates();
        System.out.printf(
                "tail: %d events, %d requests, largest kept position %d characters%n",
                given.size(), server.requests(), largest);
    }

    /** What happens while the tail runs: events in bursts, some late, some stored twice; old ones are gone one day. */
    private final class World {
        private final Random random;
        private final int count;
        private int made;

        World(Random random, int count) {
            this.random = random;
            this.count = count;
        }

        void advance() {
            time.advanceTimeBy(Duration.ofSeconds(1 + random.nextInt(10)));
            Instant now = Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
            int burst = random.nextInt(4) == 0 ? random.nextInt(1200) : random.nextInt(20);
            for (int i = 0; i < burst && made < count; i++) {
                long late = random.nextInt(10) == 0
                        ? random.nextInt((int) OVERLAP.toMillis() - 15_000)
                        : random.nextInt(900);
                Instant happened = now.minusMillis(late);
                if (happened.isBefore(START)) {
                    happened = START;
                }
                String id = "event-" + made++;
                server.add(id, happened);
                if (random.nextInt(50) == 0) {
                    server.add(id, happened);
                }
            }
            server.forgetBefore(now.minus(Duration.ofMinutes(30)));
        }
    }

    /** Takes what it has asked for, and keeps the position of the last event. */
    private static final class Restarted extends BaseSubscriber<TailedEvent> {
        private final Random random;
        private final List<String> given;
        private TailPosition position = new TailPosition(START.getEpochSecond(), SeenEvents.Snapshot.EMPTY);

        Restarted(Random random, List<String> given) {
            this.random = random;
            this.given = given;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(random.nextInt(100) + 1L);
        }

        @Override
        protected void hookOnNext(TailedEvent tailed) {
            given.add(tailed.event().id());
            position = tailed.position();
        }

        String position() {
            return position.text();
        }
    }

    @Test
    void refusesAFilterThatBoundsTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tail.matching(EventFilter.since(START)))
                .withMessage("filter must not have begin: the tail has its own");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        Stream.<Runnable>of(
                        () -> tail.interval(Duration.ZERO),
                        () -> tail.overlap(Duration.ofMillis(999)),
                        () -> tail.overlap(Duration.ofDays(2)),
                        () -> tail.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                        () -> tail.remembering(0))
                .forEach(call -> assertThatIllegalArgumentException().isThrownBy(call::run));
    }
}
