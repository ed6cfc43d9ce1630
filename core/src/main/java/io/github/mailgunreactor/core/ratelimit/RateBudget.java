package io.github.mailgunreactor.core.ratelimit;

import io.github.mailgunreactor.core.RateLimits;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where a {@link RateLimiter} keeps count. One in memory serves the clients of one process; one on a shared store, such as
 * that of {@code mailgun-reactor-ratelimit-bucket4j}, serves several processes that use the same account.
 *
 * <p>A budget has up to three windows, one for each member of {@link RateLimits}, which end at different times. Neither method
 * may block. Where one fails, or {@link #take} gives nothing within a second, the call is made as if there were no limiter:
 * a store that is down must not keep mail from being managed.
 */
public interface RateBudget {

    /**
     * Takes one call out of a budget: out of all its windows, or out of none. A call that costs more than a window ever holds
     * takes all of a full one.
     *
     * @return zero if it was taken, or if nothing is known of the budget yet; else how long to wait before asking again,
     *     with nothing taken
     */
    Mono<Duration> take(RateKey key, RateCost cost);

    /**
     * Takes note that a call has ended, and of what its response announced. Called once for each call that was taken, on the
     * thread of the response, which waits for nothing but the return of this method: what takes time goes on by itself.
     *
     * @param cost what was taken for it
     * @param announced has a member for each window that the response told of, and none where there was no response; an end
     *     of a window may be missing, past or far away
     */
    void ended(RateKey key, RateCost cost, RateLimits announced);

    /** A budget in the memory of this process. */
    static RateBudget inMemory() {
        return new InMemoryRateBudget(Schedulers.parallel());
    }

    /** A budget in the memory of this process whose time is the scheduler's: for tests with a virtual one. */
    static RateBudget inMemory(Scheduler time) {
        return new InMemoryRateBudget(time);
    }
}
