package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.OnUnreadableItem;
import java.time.Duration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How a tail polls, and what it makes of an event that cannot be read. */
record TailSettings(
        Duration interval,
        Duration overlap,
        Duration minBackoff,
        Duration maxBackoff,
        int remembered,
        Scheduler scheduler,
        OnUnreadableItem onUnreadableEvent) {

    static final TailSettings DEFAULT = new TailSettings(
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            100_000,
            Schedulers.parallel(),
            OnUnreadableItem.PASS_OVER);

    TailSettings interval(Duration other) {
        return new TailSettings(other, overlap, minBackoff, maxBackoff, remembered, scheduler, onUnreadableEvent);
    }

    TailSettings overlap(Duration other) {
        return new TailSettings(interval, other, minBackoff, maxBackoff, remembered, scheduler, onUnreadableEvent);
    }

    TailSettings backoff(Duration first, Duration most) {
        return new TailSettings(interval, overlap, first, most, remembered, scheduler, onUnreadableEvent);
    }

    TailSettings remembered(int events) {
        return new TailSettings(interval, overlap, minBackoff, maxBackoff, events, scheduler, onUnreadableEvent);
    }

    TailSettings scheduler(Scheduler other) {
        return new TailSettings(interval, overlap, minBackoff, maxBackoff, remembered, other, onUnreadableEvent);
    }

    TailSettings onUnreadableEvent(OnUnreadableItem decision) {
        return new TailSettings(interval, overlap, minBackoff, maxBackoff, remembered, scheduler, decision);
    }
}
