package io.github.mailgunreactor.bucket4j;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.mailgunreactor.core.RateBudget;
import io.github.mailgunreactor.core.RateKey;
import io.github.mailgunreactor.core.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Counts calls in buckets of Bucket4j, so that several processes share what Mailgun allows their account. One bucket holds
 * the budget of one {@link RateKey}, under its text; its size, refill and period follow from what Mailgun announces.
 *
 * <pre>{@code
 * AsyncProxyManager<String> store = Bucket4jLettuce.casBasedBuilder(redis).build().asAsync().withMapper(…);
 * RateLimiter limiter = RateLimiter.sharing(Bucket4jRateBudget.on(store), "our account");
 * }</pre>
 *
 * <p>A process learns a budget from its own first response; until then it asks the store nothing. A store that fails, or does
 * not answer in time, makes the call go on unlimited. The store needs an asynchronous back end: nothing here blocks.
 *
 * @see <a href="https://bucket4j.com">Bucket4j</a>
 */
public final class Bucket4jRateBudget implements RateBudget {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

    private final AsyncProxyManager<String> store;
    private final Duration timeout;
    private final Scheduler scheduler;
    private final Map<RateKey, SharedWindow> windows;

    private Bucket4jRateBudget(
            AsyncProxyManager<String> store,
            Duration timeout,
            Scheduler scheduler,
            Map<RateKey, SharedWindow> windows) {
        this.store = store;
        this.timeout = timeout;
        this.scheduler = scheduler;
        this.windows = windows;
    }

    /** A budget in this store, which the caller opens, configures and closes. */
    public static Bucket4jRateBudget on(AsyncProxyManager<String> store) {
        Objects.requireNonNull(store, "store");
        return new Bucket4jRateBudget(store, DEFAULT_TIMEOUT, Schedulers.parallel(), new ConcurrentHashMap<>());
    }

    /**
     * How long a call waits for the store before it goes on without it.
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
    public Mono<Duration> take(RateKey key) {
        return Mono.defer(() -> {
            SharedWindow window = windows.get(key);
            return window == null ? Mono.just(Duration.ZERO) : window.take().timeout(timeout, scheduler);
        });
    }

    @Override
    public Mono<Void> learn(RateKey key, RateLimit announced) {
        return Mono.defer(() -> {
            Instant now = Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
            Instant reset = announced.reset();
            Long limit = announced.limit();
            if (reset == null || !reset.isAfter(now)) {
                return Mono.empty();
            }
            SharedWindow known = windows.get(key);
            if (limit == null || limit < 1) {
                return known == null ? Mono.empty() : known.spend(0).timeout(timeout, scheduler);
            }
            SharedWindow window =
                    windows.computeIfAbsent(key, absent -> new SharedWindow(store.builder(), key.toString()));
            long remaining = announced.remaining() == null ? 0 : Math.max(0, announced.remaining());
            return window.learn(limit, remaining, now, reset).timeout(timeout, scheduler);
        });
    }
}
