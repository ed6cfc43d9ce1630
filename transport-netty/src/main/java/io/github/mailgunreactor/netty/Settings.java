package io.github.mailgunreactor.netty;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** What the builder has checked. {@link NettyTransportBuilder} documents each. */
record Settings(
        String name,
        int maxConnections,
        int maxPendingAcquires,
        Duration acquireTimeout,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration maxIdleTime,
        Duration maxLifeTime,
        Duration evictionInterval,
        Duration closeGracePeriod,
        int maxResponseBytes,
        int maxHeaderBytes,
        boolean gzip,
        boolean wireLog,
        @Nullable Proxy proxy,
        SslContext tls,
        IoEngine ioEngine,
        int ioThreads,
        @Nullable LoopResources sharedLoops,
        @Nullable HttpClientMetricsRecorder metrics,
        @Nullable Supplier<? extends ConnectionProvider.MeterRegistrar> poolMetrics) {}
