package io.github.mailgunreactor.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * Gauges of the connection pools of {@code mailgun-reactor-transport-netty}:
 *
 * <pre>{@code
 * NettyTransport.builder().poolMetrics(() -> PoolGauges.of(registry))
 * }</pre>
 *
 * <p>{@code mailgun.client.connections} with {@code http.connection.state} {@code active} or {@code idle},
 * {@code mailgun.client.connections.max}, and {@code mailgun.client.connections.pending}: the calls that wait for a
 * connection. All are tagged with {@code mailgun.pool}, {@code server.address} and {@code server.port}, and vanish with
 * their pool.
 */
public final class PoolGauges implements ConnectionProvider.MeterRegistrar {
    private static final String CONNECTIONS = "mailgun.client.connections";

    /** What a registry has under one name and one set of tags can be registered once, by whoever comes first. */
    private static final Map<MeterRegistry, Map<Tags, Pools>> POOLS = new WeakHashMap<>();

    private final MeterRegistry registry;

    private PoolGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Gauges in this registry. Pools of the same name and server, of several transports, are shown as one: their sums. */
    public static PoolGauges of(MeterRegistry registry) {
        return new PoolGauges(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void registerMetrics(String poolName, String id, SocketAddress remote, ConnectionPoolMetrics pool) {
        Tags tags = tags(poolName, remote);
        synchronized (POOLS) {
            POOLS.computeIfAbsent(registry, unknown -> new HashMap<>())
                    .computeIfAbsent(tags, unknown -> new Pools())
                    .add(id, pool, this, tags);
        }
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remote) {
        Tags tags = tags(poolName, remote);
        synchronized (POOLS) {
            Map<Tags, Pools> known = POOLS.getOrDefault(registry, Map.of());
            Pools pools = known.get(tags);
            if (pools != null && pools.remove(id, registry)) {
                known.remove(tags);
            }
        }
    }

    private static Tags tags(String poolName, SocketAddress remote) {
        return Tags.of("mailgun.pool", poolName, "server.address", host(remote), "server.port", port(remote));
    }

    private Meter.Id gauge(String name, Tags tags, Supplier<Number> value) {
        return Gauge.builder(name, value).tags(tags).register(registry).getId();
    }

    /** The pools of one name and server. It holds nothing of the registry, which would never be freed otherwise. */
    private static final class Pools {
        private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();
        private final List<Meter.Id> meters = new ArrayList<>();

        void add(String id, ConnectionPoolMetrics pool, PoolGauges gauges, Tags tags) {
            pools.put(id, pool);
            if (meters.isEmpty()) {
                meters.add(gauges.gauge(
                        CONNECTIONS,
                        tags.and("http.connection.state", "active"),
                        sum(ConnectionPoolMetrics::acquiredSize)));
                meters.add(gauges.gauge(
                        CONNECTIONS, tags.and("http.connection.state", "idle"), sum(ConnectionPoolMetrics::idleSize)));
                meters.add(gauges.gauge(CONNECTIONS + ".max", tags, sum(ConnectionPoolMetrics::maxAllocatedSize)));
                meters.add(
                        gauges.gauge(CONNECTIONS + ".pending", tags, sum(ConnectionPoolMetrics::pendingAcquireSize)));
            }
        }

        private Supplier<Number> sum(ToIntFunction<ConnectionPoolMetrics> size) {
            return () -> pools.values().stream().mapToInt(size).sum();
        }

        /** Whether that was the last. */
        boolean remove(String id, MeterRegistry registry) {
            pools.remove(id);
            if (pools.isEmpty()) {
                meters.forEach(registry::remove);
                meters.clear();
            }
            return pools.isEmpty();
        }
    }

    private static String host(SocketAddress remote) {
        return remote instanceof InetSocketAddress address ? address.getHostString() : "unknown";
    }

    private static String port(SocketAddress remote) {
        return remote instanceof InetSocketAddress address ? Integer.toString(address.getPort()) : "unknown";
    }
}
