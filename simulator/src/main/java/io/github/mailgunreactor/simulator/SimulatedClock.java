package io.github.mailgunreactor.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a simulator: that of the clock it was built with, and as much more as was {@linkplain #advance added}. Keys
 * expire by it, rate limits refill, and messages that are scheduled are delivered.
 */
public final class SimulatedClock extends Clock {
    private final Clock clock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private volatile Runnable whenAdvanced = () -> {};

    SimulatedClock(Clock clock) {
        this.clock = clock;
    }

    void whenAdvanced(Runnable action) {
        this.whenAdvanced = action;
    }

    /** Lets time pass at once; what has become due by then happens before this returns, or has begun. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be zero or more, but is " + duration);
        }
        ahead.updateAndGet(before -> before.plus(duration));
        whenAdvanced.run();
    }

    void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
