package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.netty.NettyTransportBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import reactor.core.scheduler.Schedulers;

/**
 * Opens the transport, and closes it when all beans that use it are gone: calls in flight may finish, and the application
 * context's own close waits for them.
 */
final class NettyTransportFactory implements FactoryBean<NettyTransport>, DisposableBean {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final NettyTransport transport;
    private final Duration longestWait;

    NettyTransportFactory(MailgunProperties properties, Stream<NettyTransportCustomizer> customizers) {
        NettyTransportBuilder builder = NettyTransport.builder();
        pool(builder, properties.pool());
        connections(builder, properties.transport());
        customizers.forEach(customizer -> customizer.customize(builder));
        this.transport = builder.build();
        this.longestWait = Objects.requireNonNullElse(properties.transport().closeGracePeriod(), DEFAULT_GRACE)
                .plus(MARGIN);
    }

    private static void pool(NettyTransportBuilder builder, MailgunProperties.Pool pool) {
        set(builder, "pool.name", pool.name(), NettyTransportBuilder::name);
        set(builder, "pool.max-connections", pool.maxConnections(), NettyTransportBuilder::maxConnections);
        set(builder, "pool.max-pending-acquires", pool.maxPendingAcquires(), NettyTransportBuilder::maxPendingAcquires);
        set(builder, "pool.acquire-timeout", pool.acquireTimeout(), NettyTransportBuilder::acquireTimeout);
        set(builder, "pool.max-idle-time", pool.maxIdleTime(), NettyTransportBuilder::maxIdleTime);
        set(builder, "pool.max-life-time", pool.maxLifeTime(), NettyTransportBuilder::maxLifeTime);
    }

    private static void connections(NettyTransportBuilder builder, MailgunProperties.Connections settings) {
        set(builder, "transport.connect-timeout", settings.connectTimeout(), NettyTransportBuilder::connectTimeout);
        set(builder, "transport.response-timeout", settings.responseTimeout(), NettyTransportBuilder::responseTimeout);
        set(
                builder,
                "transport.close-grace-period",
                settings.closeGracePeriod(),
                NettyTransportBuilder::closeGracePeriod);
        set(builder, "transport.io-threads", settings.ioThreads(), NettyTransportBuilder::ioThreads);
        set(builder, "transport.gzip", settings.gzip(), NettyTransportBuilder::gzip);
        set(builder, "transport.wire-log", settings.wireLog(), NettyTransportBuilder::wireLog);
    }

    private static <T> void set(
            NettyTransportBuilder builder,
            String property,
            @Nullable T value,
            BiFunction<NettyTransportBuilder, T, NettyTransportBuilder> setting) {
        PropertyValue.apply("mailgun." + property, builder, value, setting);
    }

    @Override
    public NettyTransport getObject() {
        return transport;
    }

    @Override
    public Class<?> getObjectType() {
        return NettyTransport.class;
    }

    /** Whoever closes a context waits for its beans; an event loop is not made to. */
    @Override
    public void destroy() {
        transport.close();
        if (!Schedulers.isInNonBlockingThread()) {
            transport.onClose().onErrorComplete().block(longestWait);
        }
    }
}
