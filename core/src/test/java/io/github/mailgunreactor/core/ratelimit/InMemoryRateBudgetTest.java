package io.github.mailgunreactor.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What a budget makes of the windows that responses announce, seen from one group of operations. */
class InMemoryRateBudgetTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final RateKey KEY = new RateKey("account", null, "us", "GET /v1/keys");
    private static final RateCost ONE = new RateCost(1, 0);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final RateBudget budget = new InMemoryRateBudget(time);

    InMemoryRateBudgetTest() {
        time.advanceTimeTo(START);
    }

    private @Nullable Duration take() {
        return budget.take(KEY, ONE).block();
    }

    private void announce(@Nullable Long limit, @Nullable Long remaining, Duration ahead) {
        Instant end = START.plus(ahead);
        budget.ended(KEY, ONE, new RateLimits(null, null, new RateLimit(limit, remaining, end)));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Test
    void letsPassWhatIsLeftAndThenWaitsForTheEndOfTheWindow() {
        announce(10L, 2L, seconds(20));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(seconds(20));
    }

    @Test
    void countsWhatIsUnderWayAgainstWhatTheFirstResponseAnnounces() {
        take();
        take();
        take();

        announce(10L, 3L, seconds(20));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).as("two are still under way").isEqualTo(seconds(20));
    }

    @Test
    void takesALateResponseOfAWindowThatIsOverForNothing() {
        announce(10L, 0L, seconds(20));

        announce(10L, 10L, seconds(18));

        assertThat(take()).isEqualTo(seconds(20));
    }

    @Test
    void takesEndsThatDifferByNoMoreThanASecondForOneWindow() {
        for (int difference : new int[] {-1, 0, 1}) {
            RateBudget fresh = new InMemoryRateBudget(time);
            RateLimit spent = new RateLimit(10L, 0L, START.plusSeconds(20));
            RateLimit full = new RateLimit(10L, 10L, START.plusSeconds(20 + difference));
            fresh.ended(KEY, ONE, new RateLimits(null, null, spent));

            fresh.ended(KEY, ONE, new RateLimits(null, null, full));

            assertThat(fresh.take(KEY, ONE).block()).isEqualTo(seconds(20 + difference));
        }
    }

    @Test
    void beginsANewWindowWhereItsEndIsLaterByMore() {
        announce(10L, 0L, seconds(20));

        announce(10L, 1L, seconds(22));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(seconds(22));
    }

    @Test
    void presumesAnotherWindowOfTheSameLengthWhereALimitWasTold() {
        announce(2L, 0L, seconds(20));
        time.advanceTimeTo(START.plusSeconds(20));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(seconds(20));
    }

    @Test
    void presumesNoWindowWhereNoLimitWasToldOrOneOfZero() {
        announce(null, 0L, seconds(20));
        time.advanceTimeTo(START.plusSeconds(20));

        for (int call = 0; call < 20; call++) {
            assertThat(take()).isEqualTo(Duration.ZERO);
        }

        announce(0L, 0L, seconds(40));
        time.advanceTimeTo(START.plusSeconds(40));
        assertThat(take()).isEqualTo(Duration.ZERO);
    }

    @Test
    void believesAnEndOfADayAheadAndNoneThatIsLaterOrOver() {
        announce(10L, 0L, Duration.ZERO);
        announce(10L, 0L, Duration.ofDays(1).plusMillis(1));
        assertThat(take()).isEqualTo(Duration.ZERO);

        announce(10L, 0L, Duration.ofDays(1));
        assertThat(take()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void takesTheLimitForWhatIsLeftWhereThatIsNotTold() {
        announce(2L, null, seconds(20));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(seconds(20));
    }

    @Test
    void countsMessagesByThemselves() {
        budget.ended(KEY, ONE, new RateLimits(new RateLimit(10L, 2L, START.plusSeconds(20)), null, null));

        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(Duration.ZERO);
        assertThat(take()).isEqualTo(seconds(20));
    }

    @Test
    void waitsForTheLastOfTheWindowsThatAreSpent() {
        for (int sooner : new int[] {10, 30}) {
            RateBudget fresh = new InMemoryRateBudget(time);
            RateLimit messages = new RateLimit(10L, 0L, START.plusSeconds(sooner));
            RateLimit requests = new RateLimit(10L, 0L, START.plusSeconds(40 - sooner));
            fresh.ended(KEY, ONE, new RateLimits(messages, null, requests));

            assertThat(fresh.take(KEY, ONE).block()).isEqualTo(seconds(30));
        }
    }

    @Test
    void waitsInAWindowWhoseLimitIsToldToBeZero() {
        announce(0L, 0L, seconds(20));

        assertThat(take()).isEqualTo(seconds(20));
    }
}
