package io.github.mailgunreactor.core;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What time it is, and who wakes a waiting call. Durations are measured with a clock that only goes forward: setting the
 * machine's time must not end calls, or keep them from ending.
 */
record ClientClock(Scheduler scheduler, LongSupplier nanos) {

    static ClientClock system() {
        return new ClientClock(Schedulers.parallel(), System::nanoTime);
    }

    /** The scheduler's time, which may be virtual. */
    static ClientClock of(Scheduler scheduler) {
        return new ClientClock(scheduler, () -> scheduler.now(TimeUnit.NANOSECONDS));
    }

    long nanoTime() {
        return nanos.getAsLong();
    }

    Instant instant() {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }
}
