package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.Region;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every exchange that has begun and not ended. A timer looks through them for those whose time is up: a timer each would
 * cost a wake-up of a thread, and as much as the rest of the transport.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a tick
final class ExchangesInFlight {
    /** How late a timeout may be noticed. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** The timer keeps running so long after the last exchange, since starting it wakes its thread. */
    private static final long IDLE_TICKS = 100;

    private final Set<HttpExchange<?>> exchanges = ConcurrentHashMap.newKeySet();
    private final long responseTimeoutNanos;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private long idleTicks;
    private volatile @Nullable Runnable whenIdle;

    ExchangesInFlight(Duration responseTimeout) {
        this.responseTimeoutNanos = responseTimeout.toNanos();
    }

    void add(HttpExchange<?> exchange) {
        exchanges.add(exchange);
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            TimerThread.after(TICK, this::tick);
        }
    }

    void remove(HttpExchange<?> exchange) {
        exchanges.remove(exchange);
        Runnable idle = whenIdle;
        if (idle != null && exchanges.isEmpty()) {
            idle.run();
        }
    }

    int count() {
        return exchanges.size();
    }

    /** Where they go, one region for each. */
    void forEachRegion(Consumer<Region> action) {
        exchanges.forEach(exchange -> action.accept(exchange.request.region()));
    }

    /** Runs the action now if there are none, and otherwise when the last has ended. */
    void whenIdle(Runnable action) {
        whenIdle = action;
        if (exchanges.isEmpty()) {
            action.run();
        }
    }

    /** Ends what has not ended by itself. */
    void cut() {
        exchanges.forEach(HttpExchange::cut);
    }

    private void tick() {
        try {
            long now = System.nanoTime();
            boolean idle = true;
            for (HttpExchange<?> exchange : exchanges) {
                exchange.checkTime(now, responseTimeoutNanos);
                idle = false;
            }
            idleTicks = idle ? idleTicks + 1 : 0;
        } finally {
            goOn();
        }
    }

    private void goOn() {
        if (idleTicks < IDLE_TICKS) {
            TimerThread.after(TICK, this::tick);
            return;
        }
        idleTicks = 0;
        ticking.set(false);
        if (!exchanges.isEmpty() && ticking.compareAndSet(false, true)) {
            TimerThread.after(TICK, this::tick);
        }
    }
}
