package io.github.mailgunreactor.analytics.logs;

import java.time.Duration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How a tail polls. */
record TailSettings(
        Duration interval,
        Duration overlap,
        Duration minBackoff,
        Duration maxBackoff,
        int remembered,
        Scheduler scheduler) {

    static final TailSettings DEFAULT = new TailSettings(
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            100_000,
            Schedulers.parallel());
}
