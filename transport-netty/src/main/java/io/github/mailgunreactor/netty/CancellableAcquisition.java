package io.github.mailgunreactor.netty;

import io.netty.resolver.AddressResolverGroup;
import java.net.SocketAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;
import reactor.util.context.Context;

/**
 * Lets a call that waits for a connection stop waiting. Reactor Netty's client does not pass a cancellation on to the
 * pool: the call would stay in the queue, take the place of others, and break the connection it is given at last.
 */
final class CancellableAcquisition implements ConnectionProvider {
    private final ConnectionProvider pool;

    CancellableAcquisition(ConnectionProvider pool) {
        this.pool = pool;
    }

    @Override
    public Mono<? extends Connection> acquire(
            TransportConfig config,
            ConnectionObserver observer,
            @Nullable Supplier<? extends SocketAddress> remoteAddress,
            @Nullable AddressResolverGroup<?> resolver) {
        Mono<? extends Connection> source = pool.acquire(config, observer, remoteAddress, resolver);
        return new Mono<Connection>() {
            @Override
            public void subscribe(CoreSubscriber<? super Connection> actual) {
                HttpExchange<?> exchange = actual.currentContext().getOrDefault(HttpExchange.KEY, null);
                source.subscribe(exchange == null ? actual : new Waiting(exchange, actual));
            }
        };
    }

    @Override
    public void disposeWhen(SocketAddress address) {
        pool.disposeWhen(address);
    }

    @Override
    public Mono<Void> disposeLater() {
        return pool.disposeLater();
    }

    @Override
    public boolean isDisposed() {
        return pool.isDisposed();
    }

    @Override
    public int maxConnections() {
        return pool.maxConnections();
    }

    @Override
    public @Nullable Map<SocketAddress, Integer> maxConnectionsPerHost() {
        return pool.maxConnectionsPerHost();
    }

    @Override
    public ConnectionProvider.@Nullable Builder mutate() {
        return pool.mutate();
    }

    @Override
    public @Nullable String name() {
        return pool.name();
    }

    private static final class Waiting implements CoreSubscriber<Connection> {
        private final HttpExchange<?> exchange;
        private final CoreSubscriber<? super Connection> actual;

        Waiting(HttpExchange<?> exchange, CoreSubscriber<? super Connection> actual) {
            this.exchange = exchange;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            exchange.acquiring(subscription);
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(Connection connection) {
            exchange.acquiring(null);
            actual.onNext(connection);
        }

        @Override
        public void onError(Throwable failure) {
            exchange.acquiring(null);
            actual.onError(failure);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }
    }
}
