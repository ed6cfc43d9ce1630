package io.github.mailgunreactor.bucket4j;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.ratelimit.RateCost;
import io.github.mailgunreactor.core.ratelimit.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Counts calls in buckets of Bucket4j, so that several processes share what Mailgun allows their account. One bucket holds
 * one window of the budget of one {@link RateKey}, under the key's text with {@code /requests}, {@code /messages} or
 * {@code /recipients} after it; its size, refill and period follow from what Mailgun announces.
 *
 * <pre>{@code
 * AsyncProxyManager<String> store = …;   // of Bucket4j's module for your store
 * RateLimiter limiter = RateLimiter.of(Bucket4jRateBudget.of(store), "our account");
 * }</pre>
 *
 * <p><b>On Redis take {@code SharedRedis.rateBudget()} of {@code mailgun-reactor-shared-redis} instead.</b> Bucket4j on Redis reads a
 * bucket, counts, writes it if nobody else did meanwhile, and begins again otherwise: four processes with 32 calls at a time
 * each kept one another from writing, nearly all calls waited for the timeout, and half of what was allowed went out. A store that
 * counts where the bucket lies, as Hazelcast does, has no such turns. On any store a bucket keeps the beat of its first window, while
 * Mailgun begins a window with its first call.
 *
 * <p>A process learns a budget from its own first response; until then it asks the store nothing. A store that fails, or does
 * not answer in time, makes the call go on unlimited. The store needs an asynchronous back end: nothing here blocks.
 *
 * @see <a href="https://bucket4j.com">Bucket4j</a>
 */
public final class Bucket4jRateBudget implements RateBudget {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

    /** An end further away is a mistake, or nothing that a call could wait for. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final AsyncProxyManager<String> store;
    private final Duration timeout;
    private final Scheduler scheduler;
    private final Map<String, SharedWindow> windows;

    private Bucket4jRateBudget(
            AsyncProxyManager<String> store, Duration timeout, Scheduler scheduler, Map<String, SharedWindow> windows) {
        this.store = store;
        this.timeout = timeout;
        this.scheduler = scheduler;
        this.windows = windows;
    }

    /** A budget in this store, which the caller opens, configures and closes. */
    public static Bucket4jRateBudget of(AsyncProxyManager<String> store) {
        Objects.requireNonNull(store, "store");
        return new Bucket4jRateBudget(store, DEFAULT_TIMEOUT, Schedulers.parallel(), new ConcurrentHashMap<>());
    }

    /**
     * How long a call waits for the store before it goes on without it. What a response announces, no call waits for.
     *
     * @param timeout 1 ms to 10 seconds; default 500 ms
     */
    public Bucket4jRateBudget timeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("timeout must be from 1 ms to 10 seconds, but is " + timeout);
        }
        return new Bucket4jRateBudget(store, timeout, scheduler, windows);
    }

    /** Gives the time: for tests, with the virtual one that the store's clock shows too. */
    public Bucket4jRateBudget scheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
        return new Bucket4jRateBudget(store, timeout, scheduler, windows);
    }

    @Override
    public Mono<Duration> take(RateKey key, RateCost cost) {
        return Mono.defer(() -> {
            List<Share> shares = new ArrayList<>(3);
            for (Window window : Window.values()) {
                SharedWindow known = windows.get(window.of(key));
                long share = window.of(cost);
                if (known != null && share > 0) {
                    shares.add(new Share(known, share));
                }
            }
            return shares.isEmpty() ? Mono.just(Duration.ZERO) : take(shares).timeout(timeout, scheduler);
        });
    }

    /** Out of each bucket, or, where one does not hold enough, out of none. */
    private static Mono<Duration> take(List<Share> shares) {
        if (shares.size() == 1) {
            return shares.get(0).take();
        }
        List<Share> taken = new ArrayList<>(shares.size());
        return Flux.fromIterable(shares)
                .concatMap(share -> share.take().doOnNext(wait -> {
                    if (wait.isZero()) {
                        taken.add(share);
                    }
                }))
                .takeUntil(wait -> !wait.isZero())
                .last(Duration.ZERO)
                .doOnNext(wait -> {
                    if (!wait.isZero()) {
                        taken.forEach(Share::giveBack);
                    }
                });
    }

    @Override
    public void ended(RateKey key, RateCost cost, RateLimits announced) {
        Instant now = Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
        for (Window window : Window.values()) {
            RateLimit limit = window.of(announced);
            Instant end = limit == null ? null : limit.reset();
            if (limit != null && end != null && end.isAfter(now) && !end.isAfter(now.plus(LONGEST_WINDOW))) {
                learn(window.of(key), limit, now, end);
            }
        }
    }

    private void learn(String name, RateLimit announced, Instant now, Instant end) {
        long limit = announced.limit() == null ? 0 : Math.max(0, announced.limit());
        long remaining = announced.remaining() == null ? 0 : Math.max(0, announced.remaining());
        SharedWindow window = limit == 0
                ? windows.get(name)
                : windows.computeIfAbsent(name, absent -> new SharedWindow(store.builder(), name, timeout));
        if (window != null) {
            window.learn(new SharedWindow.Announcement(limit, remaining, now, end));
        }
    }

    /** What a call takes out of one bucket. */
    private record Share(SharedWindow window, long cost) {
        Mono<Duration> take() {
            return window.take(cost);
        }

        void giveBack() {
            window.giveBack(cost);
        }
    }

    /** What Mailgun counts at once. */
    private enum Window {
        REQUESTS,
        MESSAGES,
        RECIPIENTS;

        String of(RateKey key) {
            return key + "/" + name().toLowerCase(Locale.ROOT);
        }

        long of(RateCost cost) {
            return this == RECIPIENTS ? cost.recipients() : cost.calls();
        }

        @Nullable
        RateLimit of(RateLimits limits) {
            return switch (this) {
                case REQUESTS -> limits.requests();
                case MESSAGES -> limits.messages();
                case RECIPIENTS -> limits.recipients();
            };
        }
    }
}
