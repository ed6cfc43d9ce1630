package io.github.mailgunreactor.netty;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * Sets up a {@link NettyTransport}. Each option says its unit, range and default; a value out of range is refused with
 * {@link IllegalArgumentException}. The defaults suit a service that calls Mailgun over the internet.
 */
public final class NettyTransportBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private String name = "mailgun";
    private int maxConnections = 100;
    private int maxPendingAcquires = 1000;
    private Duration acquireTimeout = Duration.ofSeconds(10);
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(30);
    private Duration maxIdleTime = Duration.ofSeconds(30);
    private Duration maxLifeTime = Duration.ofMinutes(5);
    private Duration evictionInterval = Duration.ofSeconds(10);
    private Duration closeGracePeriod = Duration.ofSeconds(5);
    private int maxResponseBytes = 16 * 1024 * 1024;
    private int maxHeaderBytes = 32 * 1024;
    private boolean gzip = true;
    private boolean wireLog;
    private @Nullable Proxy proxy;
    private @Nullable Tls tls;
    private @Nullable IoEngine ioEngine;
    private int ioThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
    private @Nullable LoopResources sharedLoops;
    private @Nullable HttpClientMetricsRecorder metrics;
    private @Nullable Supplier<? extends ConnectionProvider.MeterRegistrar> poolMetrics;

    NettyTransportBuilder() {
        ClassPathCheck.require();
    }

    /**
     * Names the pool in metrics and the threads in dumps: 1 to 64 letters, digits, {@code -}, {@code _} or {@code .};
     * {@code mailgun} by default.
     */
    public NettyTransportBuilder name(String name) {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("name must be 1 to 64 letters, digits, '-', '_' or '.'");
        }
        this.name = name;
        return this;
    }

    /**
     * How many connections to one server may be open: 1 to 10,000, by default 100. At a Mailgun answer time of 100 ms
     * that carries about a thousand calls a second.
     */
    public NettyTransportBuilder maxConnections(int count) {
        this.maxConnections = within("maxConnections", count, 1, 10_000);
        return this;
    }

    /**
     * How many calls to one server may wait for a connection: 0 to 1,000,000, by default 1,000. One more is refused
     * with {@code POOL_EXHAUSTED} at once, so that a flood shows as errors and not as memory.
     */
    public NettyTransportBuilder maxPendingAcquires(int count) {
        this.maxPendingAcquires = within("maxPendingAcquires", count, 0, 1_000_000);
        return this;
    }

    /**
     * How long a call waits for a connection to become free before it fails with {@code POOL_EXHAUSTED}: 1 ms to 10
     * minutes, by default 10 seconds. It does not count opening a connection.
     */
    public NettyTransportBuilder acquireTimeout(Duration timeout) {
        this.acquireTimeout = within("acquireTimeout", timeout, SHORTEST, Duration.ofMinutes(10));
        return this;
    }

    /**
     * How long opening a connection may take, and the TLS handshake as long again: 1 ms to 5 minutes, by default 5
     * seconds. A connection takes one round trip; one that takes seconds has lost packets more than once.
     */
    public NettyTransportBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = within("connectTimeout", timeout, SHORTEST, Duration.ofMinutes(5));
        return this;
    }

    /**
     * How long the server may be silent, or take nothing of what is sent, before the call fails with {@code TIMED_OUT}:
     * 1 ms to 1 hour, by default 30 seconds. It holds while the request is sent, until its response begins, and between
     * two reads of the response; time in which the subscriber of a download does not ask for more does not count. As long
     * may the publisher of a request's body be silent, which fails the call with {@code BODY_FAILED}, and as long a download
     * waits for a subscriber. The bound on a whole call is set on the client.
     */
    public NettyTransportBuilder responseTimeout(Duration timeout) {
        this.responseTimeout = within("responseTimeout", timeout, SHORTEST, Duration.ofHours(1));
        return this;
    }

    /**
     * How long an unused connection is kept: 1 ms to 1 hour, by default 30 seconds. It must be shorter than the time
     * after which the server, or a gateway before it, closes the connection (60 seconds is usual), or requests are lost
     * on connections that are just being closed.
     */
    public NettyTransportBuilder maxIdleTime(Duration time) {
        this.maxIdleTime = within("maxIdleTime", time, SHORTEST, Duration.ofHours(1));
        return this;
    }

    /**
     * How old a connection may become: 1 second to 24 hours, by default 5 minutes. Then it is replaced after its call,
     * so that changes of the server's address are followed.
     */
    public NettyTransportBuilder maxLifeTime(Duration time) {
        this.maxLifeTime = within("maxLifeTime", time, Duration.ofSeconds(1), Duration.ofHours(24));
        return this;
    }

    /**
     * How often connections past their idle or life time are closed in the background: 10 ms to 1 hour, by default 10
     * seconds. They are never used again in any case; this frees their sockets.
     */
    public NettyTransportBuilder evictionInterval(Duration interval) {
        this.evictionInterval = within("evictionInterval", interval, Duration.ofMillis(10), Duration.ofHours(1));
        return this;
    }

    /**
     * How long calls in flight may take to finish after {@link NettyTransport#close()}: 0 to 10 minutes, by default 5
     * seconds. What has not ended then fails with {@code CLOSED}. A program that ends meanwhile is held until then.
     */
    public NettyTransportBuilder closeGracePeriod(Duration period) {
        this.closeGracePeriod = within("closeGracePeriod", period, Duration.ZERO, Duration.ofMinutes(10));
        return this;
    }

    /**
     * The largest body of a response that is collected, in bytes and after decompression: 1,024 to 1,073,741,824, by
     * default 16 MiB, some ten times Mailgun's largest page. A larger one fails with {@code UnreadableResponseException}.
     * Streamed answers may be of any size.
     */
    public NettyTransportBuilder maxResponseBytes(int bytes) {
        this.maxResponseBytes = within("maxResponseBytes", bytes, 1024, 1 << 30);
        return this;
    }

    /**
     * The largest head of a response, status line or headers, in bytes: 1,024 to 1,048,576, by default 32 KiB, which no
     * honest server needs.
     */
    public NettyTransportBuilder maxHeaderBytes(int bytes) {
        this.maxHeaderBytes = within("maxHeaderBytes", bytes, 1024, 1 << 20);
        return this;
    }

    /**
     * Whether answers may come compressed; by default they may. A page of events shrinks to about a tenth, which saves
     * more time on the way than decompressing takes. Turn it off next to the server.
     */
    public NettyTransportBuilder gzip(boolean on) {
        this.gzip = on;
        return this;
    }

    /**
     * Whether to log the traffic, at DEBUG under {@code io.github.mailgunreactor.netty.wire}; by default not. Shown are
     * method and path template, status, the names of all headers, the values of those that cannot hold a secret, and
     * the size of each piece of a body. Never shown: the key, any other header's value, the expanded path, a body.
     */
    public NettyTransportBuilder wireLog(boolean on) {
        this.wireLog = on;
        return this;
    }

    /**
     * Reaches servers through an HTTP proxy, by CONNECT. The proxy's name is resolved now.
     *
     * @param port 1 to 65535
     */
    public NettyTransportBuilder httpProxy(String host, int port) {
        this.proxy = new Proxy(ProxyProvider.Proxy.HTTP, address(host, port), null, null);
        return this;
    }

    /** Like {@link #httpProxy(String, int)}, with credentials for the proxy. They are never printed. */
    public NettyTransportBuilder httpProxy(String host, int port, String user, String password) {
        this.proxy = new Proxy(
                ProxyProvider.Proxy.HTTP, address(host, port), text("user", user), text("password", password));
        return this;
    }

    /**
     * Reaches servers through a SOCKS 5 proxy, which also resolves their names. The proxy's name is resolved now.
     *
     * @param port 1 to 65535
     */
    public NettyTransportBuilder socksProxy(String host, int port) {
        this.proxy = new Proxy(ProxyProvider.Proxy.SOCKS5, address(host, port), null, null);
        return this;
    }

    /** Like {@link #socksProxy(String, int)}, with credentials for the proxy. They are never printed. */
    public NettyTransportBuilder socksProxy(String host, int port, String user, String password) {
        this.proxy = new Proxy(
                ProxyProvider.Proxy.SOCKS5, address(host, port), text("user", user), text("password", password));
        return this;
    }

    /**
     * Trusts servers whose certificate is signed by one of these, in place of the certificates the JDK trusts: for a
     * gateway with a certificate of your own. The host name is checked all the same.
     *
     * @param certificates X.509 certificates in PEM; read to its end, and not closed
     * @throws IllegalArgumentException if it cannot be read; {@link #build()} says if it holds no certificate
     */
    public NettyTransportBuilder trustedCertificates(InputStream certificates) {
        tls().trust(bytes("certificates", certificates));
        return this;
    }

    /**
     * Presents a certificate to servers that ask for one.
     *
     * @param chain the certificate and those that signed it, X.509 in PEM; read to its end, and not closed
     * @param key its private key, PKCS#8 in PEM; read to its end, and not closed
     * @param password the key's password, {@code null} where it has none
     */
    public NettyTransportBuilder clientCertificate(InputStream chain, InputStream key, @Nullable String password) {
        tls().client(bytes("chain", chain), bytes("key", key), password);
        return this;
    }

    /** How the transport's own event loops wait for sockets: by default epoll where available, otherwise NIO. */
    public NettyTransportBuilder ioEngine(IoEngine engine) {
        if (!engine.isAvailable()) {
            throw new IllegalArgumentException("ioEngine " + engine + " is not available here");
        }
        this.ioEngine = engine;
        return this;
    }

    /** How many event loops of its own the transport has: 1 to 256, by default one per processor and at least 2. */
    public NettyTransportBuilder ioThreads(int count) {
        this.ioThreads = within("ioThreads", count, 1, 256);
        return this;
    }

    /**
     * Uses event loops that the application has already, such as those of its web server, or those of another transport:
     * each transport opens {@link #ioThreads} threads of its own otherwise. Closing the transport leaves them running. {@link #ioEngine} and {@link #ioThreads} are then without effect.
     */
    public NettyTransportBuilder eventLoops(LoopResources loops) {
        this.sharedLoops = Objects.requireNonNull(loops, "loops");
        return this;
    }

    /**
     * Records what happens on the connections. The recorder gets the path template for the URI, never the path.
     *
     * @param recorder is called on event loops, so it must not wait
     */
    public NettyTransportBuilder metrics(HttpClientMetricsRecorder recorder) {
        this.metrics = Objects.requireNonNull(recorder, "recorder");
        return this;
    }

    /** Registers gauges of each pool as it is opened: connections in use, idle, and calls waiting. */
    public NettyTransportBuilder poolMetrics(Supplier<? extends ConnectionProvider.MeterRegistrar> registrar) {
        this.poolMetrics = Objects.requireNonNull(registrar, "registrar");
        return this;
    }

    /**
     * Opens the transport. The builder may be used again.
     *
     * @throws IllegalArgumentException if the certificates or the key cannot be used
     */
    public NettyTransport build() {
        return new NettyTransport(new Settings(
                name,
                maxConnections,
                maxPendingAcquires,
                acquireTimeout,
                connectTimeout,
                responseTimeout,
                maxIdleTime,
                maxLifeTime,
                evictionInterval,
                closeGracePeriod,
                maxResponseBytes,
                maxHeaderBytes,
                gzip,
                wireLog,
                proxy,
                (tls != null ? tls : new Tls()).context(),
                ioEngine != null ? ioEngine : IoEngine.best(),
                ioThreads,
                sharedLoops,
                metrics,
                poolMetrics));
    }

    private Tls tls() {
        Tls existing = tls;
        if (existing == null) {
            existing = new Tls();
            tls = existing;
        }
        return existing;
    }

    private static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " must be " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    private static Duration within(String option, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(option + " must be " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    private static String text(String option, String value) {
        if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(option + " must not be empty or have control characters");
        }
        return value;
    }

    private static InetSocketAddress address(String host, int port) {
        within("port", port, 1, 65_535);
        InetSocketAddress address = new InetSocketAddress(text("host", host), port);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("host has no address");
        }
        return address;
    }

    private static byte[] bytes(String option, InputStream source) {
        try {
            return source.readAllBytes();
        } catch (IOException failure) {
            throw new IllegalArgumentException(option + " cannot be read", failure);
        }
    }
}
