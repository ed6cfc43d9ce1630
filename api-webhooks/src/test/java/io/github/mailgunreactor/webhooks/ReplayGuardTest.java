package io.github.mailgunreactor.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.webhooks.ReplayGuard.Claim;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private final AtomicLong time = new AtomicLong();
    private final InMemoryReplayGuard guard = new InMemoryReplayGuard(3, Duration.ofMinutes(10), time::get);

    @Test
    void grantsATokenOnceUntilItIsForgotten() {
        assertThat(claim("a")).isEqualTo(Claim.GRANTED);
        assertThat(claim("a")).isEqualTo(Claim.IN_PROGRESS);
        guard.forget("a").block();
        assertThat(claim("a")).isEqualTo(Claim.GRANTED);
        guard.done("a").block();
        assertThat(claim("a")).isEqualTo(Claim.DONE);
    }

    @Test
    void claimsNothingBeforeSubscription() {
        var unused = guard.claim("a");
        assertThat(unused).isNotNull();
        assertThat(guard.size()).isZero();
    }

    @Test
    void forgetsWithTime() {
        claim("a");
        guard.done("a").block();
        time.addAndGet(Duration.ofMinutes(10).toNanos());

        assertThat(claim("a")).isEqualTo(Claim.GRANTED);
        assertThat(guard.size()).isEqualTo(1);
    }

    @Test
    void dropsTheOldestThatWasHandledWhenItIsFull() {
        claim("being handled");
        claim("old");
        guard.done("old").block();
        claim("new");
        guard.done("new").block();

        assertThat(claim("one more")).isEqualTo(Claim.GRANTED);
        assertThat(guard.size()).isEqualTo(3);
        assertThat(claim("being handled")).isEqualTo(Claim.IN_PROGRESS);
        assertThat(claim("new")).isEqualTo(Claim.DONE);
    }

    private Claim claim(String token) {
        return Objects.requireNonNull(guard.claim(token).block());
    }
}
