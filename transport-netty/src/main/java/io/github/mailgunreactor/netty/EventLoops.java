package io.github.mailgunreactor.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.resources.LoopResources;

/** The event loops a transport opens for itself, on the engine that was asked for and on daemon threads. */
final class EventLoops implements LoopResources {
    private final EventLoopGroup group;

    EventLoops(String name, IoEngine engine, int threads) {
        // Not colocated: connections opened from one of these threads, as those of a call that follows another, would
        // all
        // be served by that one.
        this.group = new MultiThreadIoEventLoopGroup(
                threads, new Threads(name + "-" + engine.name().toLowerCase(Locale.ROOT)), engine.factory());
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return group;
    }

    @Override
    public boolean daemon() {
        return true;
    }

    @Override
    public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
        return Mono.create(
                sink -> group.shutdownGracefully(quietPeriod.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .addListener(terminated -> sink.success()));
    }

    private static final class Threads extends DefaultThreadFactory {
        Threads(String name) {
            super(name, true);
        }

        @Override
        protected Thread newThread(Runnable work, String name) {
            return new IoThread(threadGroup, work, name);
        }
    }

    /** Reactor refuses to block on such a thread. */
    private static final class IoThread extends FastThreadLocalThread implements NonBlocking {
        IoThread(ThreadGroup group, Runnable work, String name) {
            super(group, work, name);
        }
    }
}
