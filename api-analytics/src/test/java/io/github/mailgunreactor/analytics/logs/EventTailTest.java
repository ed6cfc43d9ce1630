package io.github.mailgunreactor.analytics.logs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What a tail promises, whatever it reads from: each subclass has another source of events. */
abstract class EventTailTest {
    private static final Instant START = Instant.parse("2026-01-23T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final EventServer server = new EventServer();
    private final EventTail tail = tail(server.client())
            .interval(INTERVAL)
            .overlap(OVERLAP)
            .backoff(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .scheduler(time);

    EventTailTest() {
        time.advanceTimeBy(Duration.ofSeconds(START.getEpochSecond()));
    }

    abstract EventTail tail(MailgunClient mailgun);

    /** How many events a full page has. */
    abstract int page();

    /** How many events the long run has. */
    abstract int many();

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
        for (int i = 0; i < 2 * page() + 100; i++) {
            server.add("e" + i, START.plusMillis(i));
        }

        StepVerifier.create(tail.from(START), 0)
                .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                .then(() -> assertThat(server.requests()).isZero())
                .thenRequest(page())
                .expectNextCount(page())
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
                        .take(page() + 10))
                .thenAwait()
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(page() - 1)))
                .then(() -> assertThat(server.requests()).isEqualTo(1))
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(11)))
                .expectNextCount(page() + 10)
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
        for (int i = 0; i < 3 * page(); i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() == 3 ? 500 : 200);

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()).take(3L * page()))
                .expectNextCount(2L * page())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNextCount(page())
                .verifyComplete();
        assertThat(server.requests()).isEqualTo(4);
        assertThat(server.begins()).hasSize(1);
    }

    @Test
    void startsThePollAnewWhereTheAddressOfAPageHasExpired() {
        for (int i = 0; i < 2 * page(); i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() == 2 ? 404 : 200);

        StepVerifier.create(tail.from(START)
                        .map(tailed -> tailed.event().id())
                        .take(2L * page())
                        .distinct())
                .expectNextCount(page())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNextCount(page())
                .verifyComplete();
        assertThat(server.begins()).hasSize(2);
    }

    @Test
    void startsThePollAnewOnlyOnce() {
        for (int i = 0; i < 2 * page(); i++) {
            server.add("e" + i, START.plusMillis(i));
        }
        server.statuses(() -> server.requests() % 2 == 0 ? 404 : 200);

        StepVerifier.create(tail.from(START))
                .expectNextCount(page())
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

        assertThat(given.get(4999).position().seen().count()).isLessThanOrEqualTo(1300);
        assertThat(given).extracting(tailed -> tailed.event().id()).doesNotHaveDuplicates();
    }

    @Test
    void givesEachEventOnceThroughFailuresAndRestartsAnywhere() {
        Random random = new Random(4);
        int count = many();
        List<String> given = new ArrayList<>(count);
        World world = new World(random, count);
        server.faults(() -> random.nextInt(25) == 0 ? EventServer.timeout() : null);
        server.statuses(() -> random.nextInt(20) == 0 ? 500 : 200);
        String kept = TailPosition.at(START).text();

        while (given.size() < count) {
            RestartedTail subscriber = new RestartedTail(random, given, kept);
            tail.remembering(20_000).from(TailPosition.parse(kept)).subscribe(subscriber);
            int until = Math.min(count, given.size() + count / 5 + random.nextInt(count / 5));
            for (int turns = 0; given.size() < until && turns < 1_000_000; turns++) {
                world.advance();
                subscriber.request(1 + random.nextInt(2000));
            }
            subscriber.cancel();
            assertThat(given).as("a tail that stands still").hasSizeGreaterThanOrEqualTo(until);
            kept = subscriber.kept();
        }
        // Later polls find nothing more.
        RestartedTail rest = new RestartedTail(random, given, kept);
        tail.from(TailPosition.parse(kept)).subscribe(rest);
        rest.request(Long.MAX_VALUE);
        for (int i = 0; i < 100; i++) {
            world.advance();
        }
        rest.cancel();

        assertThat(given).hasSize(count).doesNotHaveDuplicates();
        System.out.printf("tail: %d events, %d requests%n", given.size(), server.requests());
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

    @Test
    void anIdThatComesAgainOnAnotherDayIsAnotherEvent() {
        Instant midnight = Instant.parse("2026-01-24T00:00:00Z");
        server.add("a", midnight.minusSeconds(1));
        server.add("a", midnight);

        StepVerifier.create(tail.from(START).map(tailed -> tailed.event().id()).take(2))
                .expectNext("a", "a")
                .verifyComplete();
    }

    @Test
    void findsAllEventsOfASecondAlthoughItRemembersFewer() {
        for (int i = 0; i < 3000; i++) {
            server.add("e" + i, START.plusSeconds(i < 2000 ? 1 : 2));
        }
        time.advanceTimeBy(Duration.ofSeconds(2));

        StepVerifier.create(tail.remembering(100)
                        .from(START)
                        .map(tailed -> tailed.event().id())
                        .distinct()
                        .take(3001))
                .expectNextCount(3000)
                .then(() -> server.add("on time", START.plusSeconds(2)))
                .then(() -> time.advanceTimeBy(INTERVAL))
                .expectNext("on time")
                .verifyComplete();
    }

    @Test
    void goesOnFromAShortPositionWithAShorterOverlap() {
        for (int i = 0; i < 1000; i++) {
            server.add("e" + i, START.plusMillis(100L * i));
        }
        time.advanceTimeBy(Duration.ofSeconds(100));
        TailPosition last = requireNonNull(tail.from(START).elementAt(999).block(Duration.ofSeconds(10)))
                .position();

        String kept = last.shortText();
        server.add("new", START.plusSeconds(100));

        assertThat(kept).hasSizeLessThan(1000);
        StepVerifier.create(tail.from(TailPosition.parse(kept))
                        .map(tailed -> tailed.event().id()))
                .expectNext("new")
                .then(() -> time.advanceTimeBy(INTERVAL))
                .thenCancel()
                .verify();
    }

    @Test
    void refusesWhatIsOutOfRange() {
        Stream.<Runnable>of(
                        () -> tail.interval(Duration.ZERO),
                        () -> tail.overlap(Duration.ofMillis(999)),
                        () -> tail.overlap(Duration.ofDays(2)),
                        () -> tail.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                        () -> tail.remembering(0),
                        () -> tail.remembering(1_000_001))
                .forEach(call -> assertThatIllegalArgumentException().isThrownBy(call::run));
    }
}
