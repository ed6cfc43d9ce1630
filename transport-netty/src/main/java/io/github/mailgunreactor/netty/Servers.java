package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.Region;
import io.netty.channel.ChannelOption;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/** What all calls share: event loops, connection pool, name resolver, and one configured client per server. */
final class Servers {
    static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);

    /**
     * More than any account has to do with: a program has a region or two, and Mailgun some dozens of storage hosts. Each has
     * a pool of connections too, and Reactor Netty's own way of dropping those keeps a timer for ever.
     */
    static final int MOST_SERVERS = 256;

    private final Settings settings;
    private final ExchangesInFlight exchanges;
    private final LoopResources loops;
    private final boolean ownLoops;
    private final ConnectionProvider connections;
    private final AddressResolverGroup<InetSocketAddress> resolver;
    private final SslProvider tls;
    private final Map<Region, Server> servers = new ConcurrentHashMap<>();

    Servers(Settings settings, ExchangesInFlight exchanges) {
        this.settings = settings;
        this.exchanges = exchanges;
        LoopResources shared = settings.sharedLoops();
        this.ownLoops = shared == null;
        this.loops =
                shared != null ? shared : new EventLoops(settings.name(), settings.ioEngine(), settings.ioThreads());
        this.connections = connections();
        this.resolver = resolver();
        this.tls = SslProvider.builder()
                .sslContext(settings.tls())
                .handshakeTimeout(settings.connectTimeout())
                .build();
    }

    /** Runs it on an event loop, or here if they are gone. */
    void execute(Runnable action) {
        execute(loops.onClient(true).next(), action);
    }

    void execute(EventExecutor loop, Runnable action) {
        try {
            loop.execute(action);
        } catch (RejectedExecutionException gone) {
            action.run();
        }
    }

    Server of(Region region) {
        Server server = servers.get(region);
        if (server != null) {
            return server;
        }
        if (servers.size() >= MOST_SERVERS) {
            forgetUnused();
        }
        return servers.computeIfAbsent(region, this::open);
    }

    /**
     * Configuration and pool are made anew when they are needed again. A call that begins for such a server at this very moment may
     * find its pool closed: then it has not been sent.
     */
    private void forgetUnused() {
        Set<InetSocketAddress> inUse = new HashSet<>();
        exchanges.forEachRegion(region -> inUse.add(address(region)));
        servers.keySet().stream()
                .filter(region -> !inUse.contains(address(region)))
                .toList()
                .forEach(region -> {
                    servers.remove(region);
                    connections.disposeWhen(address(region));
                });
    }

    private static InetSocketAddress address(Region region) {
        String host = region.host().startsWith("[")
                ? region.host().substring(1, region.host().length() - 1)
                : region.host();
        return InetSocketAddress.createUnresolved(host, region.port());
    }

    /** How many servers are kept in mind. */
    int known() {
        return servers.size();
    }

    private Server open(Region region) {
        boolean secure = region.scheme().equals("https");
        InetSocketAddress address = address(region);
        boolean defaultPort = region.port() == (secure ? 443 : 80);
        HttpClient client = HttpClient.create(new CancellableAcquisition(connections))
                .remoteAddress(() -> address)
                .runOn(loops, true)
                .resolver(resolver)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .httpResponseDecoder(spec -> spec.maxHeaderSize(settings.maxHeaderBytes())
                        .maxInitialLineLength(settings.maxHeaderBytes())
                        .maxDecompressionBufferSize(settings.maxResponseBytes()))
                .compress(settings.gzip())
                .doOnChannelInit((observer, channel, remote) -> ResponseGuard.install(
                        channel, settings.maxHeaderBytes(), settings.maxResponseBytes(), settings.gzip()))
                .headers(headers ->
                        headers.set("host", defaultPort ? region.host() : region.host() + ":" + region.port()));
        if (secure) {
            client = client.secure(tls);
        }
        Proxy proxy = settings.proxy();
        if (proxy != null) {
            client = client.resolver(io.netty.resolver.NoopAddressResolverGroup.INSTANCE)
                    .proxy(spec ->
                            proxy.configure(spec, settings.connectTimeout().toMillis()));
        }
        if (settings.metrics() != null) {
            OperationMetrics metrics = new OperationMetrics(settings.metrics());
            client = client.metrics(true, () -> metrics, path -> "");
        }
        return new Server(client, region.prefix());
    }

    private ConnectionProvider connections() {
        ConnectionProvider.Builder pool = ConnectionProvider.builder(settings.name())
                .maxConnections(settings.maxConnections())
                .pendingAcquireMaxCount(settings.maxPendingAcquires())
                .pendingAcquireTimeout(settings.acquireTimeout())
                .pendingAcquireTimer((expire, delay) -> {
                    // On an event loop, which keeps its timers without a lock: a call sets one and takes it back.
                    var timer = loops.onClient(true).next().schedule(expire, delay.toMillis(), TimeUnit.MILLISECONDS);
                    return () -> timer.cancel(false);
                })
                .maxIdleTime(settings.maxIdleTime())
                .maxLifeTime(settings.maxLifeTime())
                .evictInBackground(settings.evictionInterval())
                .lifo();
        if (settings.poolMetrics() != null) {
            pool.metrics(true, GuardedRegistrar.of(settings.poolMetrics()));
        }
        return pool.build();
    }

    private AddressResolverGroup<InetSocketAddress> resolver() {
        var group = loops.onClient(true);
        return new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .eventLoop(group.next())
                .datagramChannelFactory(() -> loops.onChannel(io.netty.channel.socket.DatagramChannel.class, group))
                .socketChannelFactory(() -> loops.onChannel(io.netty.channel.socket.SocketChannel.class, group)));
    }

    /** Closes what belongs to this transport; event loops that were passed in do not. */
    Mono<Void> dispose() {
        Mono<Void> pools = connections.disposeLater().doFinally(signal -> {
            resolver.close();
            ReferenceCountUtil.release(settings.tls());
        });
        return ownLoops ? pools.onErrorComplete().then(loops.disposeLater(Duration.ZERO, SHUTDOWN_TIMEOUT)) : pools;
    }
}
