package io.github.mailgunreactor.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    private final MeterRegistry registry;
    private final Map<String, List<Meter>> meters = new ConcurrentHashMap<>();

    private PoolGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Gauges in this registry. */
    public static PoolGauges of(MeterRegistry registry) {
        return new PoolGauges(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void registerMetrics(String poolName, String id, SocketAddress remote, ConnectionPoolMetrics pool) {
        Tags tags = Tags.of("mailgun.pool", poolName, "server.address", host(remote), "server.port", port(remote));
        meters.put(
                id,
                List.of(
                        gauge(CONNECTIONS, tags.and("http.connection.state", "active"), pool::acquiredSize),
                        gauge(CONNECTIONS, tags.and("http.connection.state", "idle"), pool::idleSize),
                        gauge(CONNECTIONS + ".max", tags, pool::maxAllocatedSize),
                        gauge(CONNECTIONS + ".pending", tags, pool::pendingAcquireSize)));
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remote) {
        List<Meter> ended = meters.remove(id);
        if (ended != null) {
            ended.forEach(registry::remove);
        }
    }

    private Meter gauge(String name, Tags tags, Supplier<Number> value) {
        return Gauge.builder(name, value).tags(tags).register(registry);
    }

    private static String host(SocketAddress remote) {
        return remote instanceof InetSocketAddress address ? address.getHostString() : "unknown";
    }

    private static String port(SocketAddress remote) {
        return remote instanceof InetSocketAddress address ? Integer.toString(address.getPort()) : "unknown";
    }
}
