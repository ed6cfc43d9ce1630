package io.github.mailgunreactor.core;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where a {@link RateLimiter} keeps count. One in memory serves the clients of one process; one on a shared store, such as
 * that of {@code mailgun-reactor-ratelimit-bucket4j}, serves several processes that use the same account.
 *
 * <p>Neither method may block. Where one fails the call is made as if there were no limiter: a store that is down must not
 * keep mail from being managed.
 */
public interface RateBudget {

    /**
     * Takes one call out of a budget.
     *
     * @return zero if it was taken, or if nothing is known of the budget yet; else how long to wait before asking again,
     *     with nothing taken
     */
    Mono<Duration> take(RateKey key);

    /**
     * Takes note of what a response announced.
     *
     * @param announced with a {@link RateLimit#reset()}; its limit or remaining calls may be unknown
     */
    Mono<Void> learn(RateKey key, RateLimit announced);

    /** A budget in the memory of this process. */
    static RateBudget inMemory() {
        return new InMemoryRateBudget(Schedulers.parallel());
    }

    /** A budget in the memory of this process whose time is the scheduler's: for tests with a virtual one. */
    static RateBudget inMemory(Scheduler time) {
        return new InMemoryRateBudget(time);
    }
}
