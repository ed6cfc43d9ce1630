package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/**
 * Moves requests over HTTP/1.1, with pooled connections on event loops of its own. One
 * transport serves any number of clients and regions; it keeps one pool per server.
 *
 * <p>A request leaves on the first demand of its subscriber. No thread waits for anything, no redirect is followed, no
 * cookie kept, nothing repeated.
 *
 * <p>Its threads are daemons: a program that forgets {@link #close()} still ends. One that closes with calls in flight is
 * held by a thread that is none, until they have ended and for no longer than the grace period and three seconds.
 *
 * @see NettyTransportBuilder
 */
public final class NettyTransport implements Transport {
    private final Settings settings;
    private final Servers servers;
    private final ExchangesInFlight exchanges;
    private final @Nullable WireLog wireLog;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean disposing = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Sinks.Empty<Void> closed = Sinks.empty();

    NettyTransport(Settings settings) {
        this.settings = settings;
        this.exchanges = new ExchangesInFlight(settings.responseTimeout());
        this.servers = new Servers(settings, exchanges);
        this.wireLog = settings.wireLog() ? new WireLog() : null;
    }

    /**
     * Opens a transport with the defaults of {@link NettyTransportBuilder}.
     *
     * @throws ClassPathConflictException if versions of Netty, Reactor or Jackson are there that calls would fail with
     */
    public static NettyTransport create() {
        return builder().build();
    }

    /**
     * Everything that can be set, with defaults that suit Mailgun. The first call in a process reads the class path, which
     * blocks: do not make it on an event loop.
     *
     * @throws ClassPathConflictException if versions of Netty, Reactor or Jackson are there that calls would fail with
     */
    public static NettyTransportBuilder builder() {
        return new NettyTransportBuilder();
    }

    @Override
    public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
        requireTarget(request);
        Objects.requireNonNull(reader, "reader");
        return new Mono<T>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                if (closing.get()) {
                    Operators.error(actual, refused(request));
                } else {
                    actual.onSubscribe(new CollectingExchange<>(NettyTransport.this, request, actual, reader));
                }
            }
        };
    }

    @Override
    public Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure) {
        requireTarget(request);
        Objects.requireNonNull(failure, "failure");
        return new Mono<ResponseStream>() {
            @Override
            public void subscribe(CoreSubscriber<? super ResponseStream> actual) {
                if (closing.get()) {
                    Operators.error(actual, refused(request));
                } else {
                    actual.onSubscribe(new StreamingExchange(NettyTransport.this, request, actual, failure));
                }
            }
        };
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (exchanges.count() > 0) {
            holdProcess();
            TimerThread.after(settings.closeGracePeriod(), () -> servers.execute(this::dispose));
        }
        exchanges.whenIdle(this::dispose);
    }

    @Override
    public Mono<Void> onClose() {
        return closed.asMono();
    }

    private void dispose() {
        if (disposing.compareAndSet(false, true)) {
            exchanges.cut();
            servers.dispose().subscribe(null, failure -> ended(), this::ended);
        }
    }

    private void ended() {
        released.countDown();
        closed.tryEmitEmpty();
    }

    /**
     * The event loops are daemons, so a program that closes and ends would take the exchanges in flight with it. One
     * thread that is none keeps it until they have ended, for no longer than they are given.
     */
    private void holdProcess() {
        long nanos = settings.closeGracePeriod().plus(Servers.SHUTDOWN_TIMEOUT).toNanos();
        Thread holder = new Thread(
                () -> {
                    try {
                        released.await(nanos, TimeUnit.NANOSECONDS);
                    } catch (InterruptedException unwanted) {
                        Thread.currentThread().interrupt();
                    }
                },
                settings.name() + "-closing");
        holder.setDaemon(false);
        holder.start();
    }

    /**
     * Whatever comes from above, only a path and a query go to the region's server: Reactor Netty would take other
     * targets for a server's address.
     */
    private static void requireTarget(TransportRequest request) {
        String target = Objects.requireNonNull(request, "request").target();
        boolean valid = target.startsWith("/") && !target.startsWith("//");
        for (int i = 0; i < target.length() && valid; i++) {
            char c = target.charAt(i);
            valid = c > ' ' && c <= '~' && c != '#';
        }
        if (!valid) {
            throw new IllegalArgumentException(
                    request.operationName() + ": the target must be a path and a query, percent-encoded");
        }
    }

    static NoResponseException refused(TransportRequest request) {
        return closed(request, false);
    }

    static NoResponseException closed(TransportRequest request, boolean sent) {
        return new NoResponseException(request, NoResponseException.Reason.CLOSED, sent, null);
    }

    boolean isClosing() {
        return closing.get();
    }

    Settings settings() {
        return settings;
    }

    Servers servers() {
        return servers;
    }

    @Nullable
    WireLog wireLog() {
        return wireLog;
    }

    ExchangesInFlight exchanges() {
        return exchanges;
    }

    /** Names nothing that is secret. */
    @Override
    public String toString() {
        return "NettyTransport[" + settings.name() + "]";
    }
}
