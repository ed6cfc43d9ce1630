package io.github.mailgunreactor.netty;

import java.net.SocketAddress;
import java.util.function.Supplier;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Somebody else's gauges of our pools: where they fail there are none, and the calls go on. */
final class GuardedRegistrar implements MeterRegistrar {
    private static final Logger LOG = Loggers.getLogger(GuardedRegistrar.class);

    private final MeterRegistrar registrar;

    private GuardedRegistrar(MeterRegistrar registrar) {
        this.registrar = registrar;
    }

    static Supplier<MeterRegistrar> of(Supplier<? extends MeterRegistrar> registrar) {
        return () -> new GuardedRegistrar(registrar.get());
    }

    @Override
    public void registerMetrics(String pool, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
        guarded(() -> registrar.registerMetrics(pool, id, remote, metrics));
    }

    @Override
    public void deRegisterMetrics(String pool, String id, SocketAddress remote) {
        guarded(() -> registrar.deRegisterMetrics(pool, id, remote));
    }

    @Override
    public void recordPendingAcquireSuccess(String pool, String id, SocketAddress remote, long millis) {
        guarded(() -> registrar.recordPendingAcquireSuccess(pool, id, remote, millis));
    }

    @Override
    public void recordPendingAcquireFailure(String pool, String id, SocketAddress remote, long millis) {
        guarded(() -> registrar.recordPendingAcquireFailure(pool, id, remote, millis));
    }

    static void guarded(Runnable measuring) {
        try {
            measuring.run();
        } catch (Throwable thrown) {
            LOG.warn("a recorder of metrics threw", thrown);
        }
    }
}
