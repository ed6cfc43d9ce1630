package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.ResponseReader;
import io.github.mailgunreactor.core.ResponseStream;
import io.github.mailgunreactor.core.Transport;
import io.github.mailgunreactor.core.TransportRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/**
 * Moves requests over HTTP/1.1, or HTTP/2 where asked for, with pooled connections on event loops of its own. One
 * transport serves any number of clients and regions; it keeps one pool per server.
 *
 * <p>A request leaves on the first demand of its subscriber. No thread waits for anything, no redirect is followed, no
 * cookie kept, nothing repeated. Its threads are daemons: a program that forgets {@link #close()} still ends.
 *
 * @see NettyTransportBuilder
 */
public final class NettyTransport implements Transport {
    private final Settings settings;
    private final Servers servers;
    private final ExchangesInFlight calls;
    private final @Nullable WireLog wireLog;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean disposing = new AtomicBoolean();
    private final Sinks.Empty<Void> closed = Sinks.empty();

    NettyTransport(Settings settings) {
        this.settings = settings;
        this.servers = new Servers(settings);
        this.calls = new ExchangesInFlight(servers.timer(), settings.responseTimeout());
        this.wireLog = settings.wireLog() ? new WireLog() : null;
    }

    /** Opens a transport with the defaults of {@link NettyTransportBuilder}. */
    public static NettyTransport create() {
        return builder().build();
    }

    /** Everything that can be set, with defaults that suit Mailgun. */
    public static NettyTransportBuilder builder() {
        return new NettyTransportBuilder();
    }

    @Override
    public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
        Objects.requireNonNull(request, "request");
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
        Objects.requireNonNull(request, "request");
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
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        // In this order: the other one would schedule on event loops that may be gone.
        calls.after(settings.closeGracePeriod(), this::dispose);
        calls.whenIdle(this::dispose);
    }

    @Override
    public Mono<Void> onClose() {
        return closed.asMono();
    }

    private void dispose() {
        if (disposing.compareAndSet(false, true)) {
            calls.cut();
            servers.dispose().subscribe(null, failure -> closed.tryEmitEmpty(), closed::tryEmitEmpty);
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

    ExchangesInFlight calls() {
        return calls;
    }

    /** Names nothing that is secret. */
    @Override
    public String toString() {
        return "NettyTransport[" + settings.name() + "]";
    }
}
