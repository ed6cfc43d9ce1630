package io.github.mailgunreactor.core.ratelimit;

import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Counts in fixed windows, as Mailgun announces them. */
final class InMemoryRateBudget implements RateBudget {
    /** An end further away is a mistake, or nothing that a call could wait for. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final Scheduler time;
    private final Map<RateKey, Windows> budgets = new ConcurrentHashMap<>();

    InMemoryRateBudget(Scheduler time) {
        this.time = Objects.requireNonNull(time, "time must not be null");
    }

    @Override
    public Mono<Duration> take(RateKey key, RateCost cost) {
        return Mono.fromSupplier(() -> budget(key).take(now(), cost));
    }

    @Override
    public void ended(RateKey key, RateCost cost, RateLimits announced) {
        budget(key).ended(now(), cost, announced);
    }

    private Windows budget(RateKey key) {
        return budgets.computeIfAbsent(key, absent -> new Windows());
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    }

    /** One budget. Its methods compute only, so the lock is held for nanoseconds. */
    private static final class Windows {
        private final Window requests = new Window();
        private final Window messages = new Window();
        private final Window recipients = new Window();

        synchronized Duration take(Instant now, RateCost cost) {
            Duration wait = Collections.max(List.of(
                    requests.waitFor(now, cost.calls()),
                    messages.waitFor(now, cost.calls()),
                    recipients.waitFor(now, cost.recipients())));
            if (wait.isZero()) {
                requests.take(cost.calls());
                messages.take(cost.calls());
                recipients.take(cost.recipients());
            }
            return wait;
        }

        synchronized void ended(Instant now, RateCost cost, RateLimits announced) {
            requests.ended(now, cost.calls(), announced.requests());
            messages.ended(now, cost.calls(), announced.messages());
            recipients.ended(now, cost.recipients(), announced.recipients());
        }
    }

    /** What is known of one window. */
    private static final class Window {
        /** Two ends that differ by less are one: a server may compute the end anew for each response. */
        private static final Duration SAME = Duration.ofSeconds(1);

        private @Nullable Long limit;
        private @Nullable Instant end;
        private Duration length = Duration.ZERO;
        private long remaining;
        private long underWay;

        /** Whether the last window is over and no response has told of the next: then it is taken to be as long as others. */
        private boolean presumed;

        Duration waitFor(Instant now, long cost) {
            if (end != null && !now.isBefore(end)) {
                beginNext(now);
            }
            if (end == null || cost == 0 || remaining >= cost || (limit != null && remaining >= limit)) {
                return Duration.ZERO;
            }
            return Duration.between(now, end);
        }

        void take(long cost) {
            underWay += cost;
            remaining = Math.max(0, remaining - cost);
        }

        private void beginNext(Instant now) {
            if (limit == null) {
                end = null;
                return;
            }
            remaining = limit;
            presumed = true;
            end = now.plus(length);
        }

        void ended(Instant now, long cost, @Nullable RateLimit announced) {
            underWay = Math.max(0, underWay - cost);
            Instant reset = announced == null ? null : plausibleReset(announced, now);
            if (announced == null || reset == null) {
                return;
            }
            Instant known = end != null && now.isBefore(end) ? end : null;
            long left = left(announced);
            if (known == null) {
                remaining = Math.max(0, left - underWay);
            } else if (presumed) {
                remaining = Math.min(remaining, left);
            } else if (reset.isBefore(known.minus(SAME))) {
                return; // a late response from a window that is over
            } else {
                remaining = reset.isAfter(known.plus(SAME)) ? left : Math.min(remaining, left);
            }
            presumed = false;
            end = reset;
            if (announced.limit() != null && announced.limit() > 0) {
                limit = announced.limit();
            }
            length = Collections.max(List.of(length, Duration.between(now, reset)));
        }

        /** The end of the window, unless it is over or so far away that it cannot be meant. */
        private static @Nullable Instant plausibleReset(RateLimit announced, Instant now) {
            Instant reset = announced.reset();
            return reset == null || !reset.isAfter(now) || reset.isAfter(now.plus(LONGEST_WINDOW)) ? null : reset;
        }

        private static long left(RateLimit announced) {
            Long left = announced.remaining() == null ? announced.limit() : announced.remaining();
            return left == null ? 0 : Math.max(0, left);
        }
    }
}
