package io.github.mailgunreactor.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Counts in fixed windows, as Mailgun announces them. */
final class InMemoryRateBudget implements RateBudget {
    private final Scheduler time;
    private final Map<RateKey, Window> windows = new ConcurrentHashMap<>();

    InMemoryRateBudget(Scheduler time) {
        this.time = Objects.requireNonNull(time, "time");
    }

    @Override
    public Mono<Duration> take(RateKey key) {
        return Mono.fromSupplier(() -> window(key).take(now()));
    }

    @Override
    public Mono<Void> learn(RateKey key, RateLimit announced) {
        return Mono.fromRunnable(() -> window(key).learn(now(), announced));
    }

    private Window window(RateKey key) {
        return windows.computeIfAbsent(key, absent -> new Window());
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    }

    /** What is known of one budget. Its methods compute only, so the lock is held for nanoseconds. */
    private static final class Window {
        /** Two ends that differ by less are one: a server may compute the end anew for each response. */
        private static final Duration SAME = Duration.ofSeconds(1);

        private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

        private @Nullable Long limit;
        private @Nullable Instant end;
        private Duration length = Duration.ZERO;
        private long remaining;
        private long unanswered;

        /** Whether the last window is over and no response has told of the next: then it is taken to be as long as others. */
        private boolean presumed;

        synchronized Duration take(Instant now) {
            if (end != null && !now.isBefore(end)) {
                beginNext(now);
            }
            if (end == null) {
                unanswered++;
                return Duration.ZERO;
            }
            if (remaining > 0) {
                remaining--;
                return Duration.ZERO;
            }
            Duration wait = Duration.between(now, end);
            return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        }

        private void beginNext(Instant now) {
            unanswered = 0;
            if (limit == null) {
                end = null;
                return;
            }
            remaining = limit;
            presumed = true;
            end = now.plus(length);
        }

        synchronized void learn(Instant now, RateLimit announced) {
            Instant reset = announced.reset();
            if (reset == null || !reset.isAfter(now)) {
                return;
            }
            Instant known = end != null && now.isBefore(end) ? end : null;
            unanswered = Math.max(0, unanswered - 1);
            long left = left(announced);
            if (known == null) {
                remaining = Math.max(0, left - unanswered);
            } else if (presumed) {
                remaining = Math.min(remaining, left);
            } else if (reset.isBefore(known.minus(SAME))) {
                return; // a late response from a window that is over
            } else {
                remaining = reset.isAfter(known.plus(SAME)) ? left : Math.min(remaining, left);
            }
            presumed = false;
            end = reset;
            if (announced.limit() != null) {
                limit = announced.limit();
            }
            Duration ahead = Duration.between(now, reset);
            length = ahead.compareTo(length) > 0 ? ahead : length;
        }

        private static long left(RateLimit announced) {
            Long left = announced.remaining() == null ? announced.limit() : announced.remaining();
            return left == null ? 0 : Math.max(0, left);
        }
    }
}
