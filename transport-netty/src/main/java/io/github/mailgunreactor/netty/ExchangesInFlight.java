package io.github.mailgunreactor.netty;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Every call that has begun and not ended. One event-loop timer looks through them for those whose time is up: a timer
 * per call would cost a wake-up of the loop, and as much as the rest of the transport.
 */
final class ExchangesInFlight {
    /** How late a timeout may be noticed. */
    private static final long TICK_MILLIS = 10;

    /** The timer keeps running so long after the last call, since starting it wakes an event loop. */
    private static final long IDLE_TICKS = 100;

    private final Set<HttpExchange<?>> calls = ConcurrentHashMap.newKeySet();
    private final EventExecutor timer;
    private final long responseTimeoutNanos;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private long idleTicks;
    private volatile @Nullable Runnable whenIdle;

    ExchangesInFlight(EventExecutor timer, Duration responseTimeout) {
        this.timer = timer;
        this.responseTimeoutNanos = responseTimeout.toNanos();
    }

    void add(HttpExchange<?> call) {
        calls.add(call);
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            schedule();
        }
    }

    void remove(HttpExchange<?> call) {
        calls.remove(call);
        Runnable idle = whenIdle;
        if (idle != null && calls.isEmpty()) {
            idle.run();
        }
    }

    /** Runs the action now if there are no calls, and otherwise when the last has ended. */
    void whenIdle(Runnable action) {
        whenIdle = action;
        if (calls.isEmpty()) {
            action.run();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    void after(Duration delay, Runnable action) {
        if (!timer.isShuttingDown()) {
            timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends what has not ended by itself. */
    void cut() {
        calls.forEach(HttpExchange::cut);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void schedule() {
        if (!timer.isShuttingDown()) {
            timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        boolean idle = true;
        for (HttpExchange<?> call : calls) {
            call.checkTime(now, responseTimeoutNanos);
            idle = false;
        }
        idleTicks = idle ? idleTicks + 1 : 0;
        if (idleTicks < IDLE_TICKS) {
            schedule();
            return;
        }
        idleTicks = 0;
        ticking.set(false);
        if (!calls.isEmpty() && ticking.compareAndSet(false, true)) {
            schedule();
        }
    }
}
