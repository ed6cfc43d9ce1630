package io.github.mailgunreactor.resilience;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/** Looks into the pools of a transport. */
final class PoolWatch implements ConnectionProvider.MeterRegistrar {
    private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    @Override
    public void registerMetrics(String name, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
        pools.put(id, metrics);
    }

    int active() {
        return sum(ConnectionPoolMetrics::acquiredSize);
    }

    int pending() {
        return sum(ConnectionPoolMetrics::pendingAcquireSize);
    }

    /** Connections that are open, in use or idle. */
    int open() {
        return sum(ConnectionPoolMetrics::allocatedSize);
    }

    private int sum(ToIntFunction<ConnectionPoolMetrics> what) {
        return pools.values().stream().mapToInt(what).sum();
    }

    /** Waits until no connection is in use and no call waits for one. */
    void awaitIdle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (active() + pending() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        active() + " connections are still in use, and " + pending() + " calls wait for one");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
