package io.github.mailgunreactor.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.ConnectionPoolMetrics;

class PoolGaugesTest {
    private static final InetSocketAddress SERVER = InetSocketAddress.createUnresolved("api.mailgun.net", 443);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PoolGauges gauges = PoolGauges.of(registry);

    @Test
    void showsTheConnectionsOfAPoolAndTheCallsThatWait() {
        gauges.registerMetrics("mailgun", "1", SERVER, new Pool());

        assertThat(value("mailgun.client.connections", "http.connection.state", "active"))
                .isEqualTo(3);
        assertThat(value("mailgun.client.connections", "http.connection.state", "idle"))
                .isEqualTo(2);
        assertThat(value("mailgun.client.connections.max", "server.address", "api.mailgun.net"))
                .isEqualTo(100);
        assertThat(value("mailgun.client.connections.pending", "server.port", "443"))
                .isEqualTo(7);
    }

    @Test
    void removesTheGaugesOfAPoolThatIsGone() {
        gauges.registerMetrics("mailgun", "1", SERVER, new Pool());
        gauges.deRegisterMetrics("mailgun", "1", SERVER);
        gauges.deRegisterMetrics("mailgun", "1", SERVER);

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void addsUpPoolsOfTheSameNameAndServerUntilTheLastIsGone() {
        // Reactor Netty asks the supplier anew for every pool, and once more when it is gone.
        PoolGauges.of(registry).registerMetrics("mailgun", "1", SERVER, new Pool());
        PoolGauges.of(registry).registerMetrics("mailgun", "2", SERVER, new Pool());
        assertThat(value("mailgun.client.connections", "http.connection.state", "active"))
                .isEqualTo(6);
        assertThat(value("mailgun.client.connections.max", "server.port", "443"))
                .isEqualTo(200);

        PoolGauges.of(registry).deRegisterMetrics("mailgun", "1", SERVER);
        assertThat(value("mailgun.client.connections", "http.connection.state", "active"))
                .isEqualTo(3);

        PoolGauges.of(registry).deRegisterMetrics("mailgun", "2", SERVER);
        assertThat(registry.getMeters()).isEmpty();
    }

    private double value(String name, String tag, String tagValue) {
        return registry.get(name).tag(tag, tagValue).gauge().value();
    }

    private static final class Pool implements ConnectionPoolMetrics {
        @Override
        public int acquiredSize() {
            return 3;
        }

        @Override
        public int allocatedSize() {
            return 5;
        }

        @Override
        public int idleSize() {
            return 2;
        }

        @Override
        public int pendingAcquireSize() {
            return 7;
        }

        @Override
        public int maxAllocatedSize() {
            return 100;
        }

        @Override
        public int maxPendingAcquireSize() {
            return 1000;
        }
    }
}
