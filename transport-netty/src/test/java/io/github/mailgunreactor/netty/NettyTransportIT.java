package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportProvider;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.SocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClientMetricsRecorder;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;
import reactor.util.Logger;
import reactor.util.Loggers;

@Timeout(60)
class NettyTransportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FaultServer server = FaultServer.start();
    private NettyTransport transport = NettyTransport.create();

    @AfterEach
    void close() {
        server.close();
        transport.close();
        transport.onClose().block(PATIENCE);
    }

    private void open(NettyTransportBuilder builder) {
        transport.close();
        transport = builder.build();
    }

    private String answer() {
        return String.valueOf(Exchanges.text(transport, server.region()).block(PATIENCE));
    }

    private static List<Thread> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
    }

    @Test
    void isFoundOnTheClassPath() {
        Transport found = ServiceLoader.load(TransportProvider.class)
                .findFirst()
                .orElseThrow()
                .open();
        assertThat(found).isInstanceOf(NettyTransport.class);
        found.close();
        found.onClose().block(PATIENCE);
    }

    @Test
    void isFoundThoughTheThreadsClassLoaderKnowsAProviderThatIsNone() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new NamesNoProvider(before));
        try (MailgunClient client = MailgunClient.create("key")) {
            assertThat(client.region()).isEqualTo(Region.US);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** As where an application server has another copy of the core. */
    private static final class NamesNoProvider extends ClassLoader {
        NamesNoProvider(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            if (!name.equals("META-INF/services/" + TransportProvider.class.getName())) {
                return super.getResources(name);
            }
            Path file = Files.createTempFile("provider", "");
            Files.writeString(file, "java.lang.String");
            file.toFile().deleteOnExit();
            return Collections.enumeration(List.of(file.toUri().toURL()));
        }
    }

    @ParameterizedTest
    @EnumSource(IoEngine.class)
    void runsOnDaemonThreadsThatEndWithIt(IoEngine engine) {
        org.junit.jupiter.api.Assumptions.assumeTrue(engine.isAvailable(), engine + " is not available here");
        String name = "daemons-" + engine;
        open(NettyTransport.builder().name(name).ioEngine(engine));
        assertThat(answer()).isEqualTo("{}");
        assertThat(threads(name)).isNotEmpty().allMatch(Thread::isDaemon);
        transport.close();
        transport.onClose().block(PATIENCE);
        server.await("the threads have ended", () -> threads(name).isEmpty());
    }

    @Test
    void leavesSharedEventLoopsRunning() {
        LoopResources loops = LoopResources.create("shared", 2, true);
        open(NettyTransport.builder().eventLoops(loops).name("lodger"));
        assertThat(answer()).isEqualTo("{}");
        assertThat(threads("lodger")).isEmpty();
        transport.close();
        transport.onClose().block(PATIENCE);
        assertThat(loops.isDisposed()).isFalse();
        open(NettyTransport.builder().eventLoops(loops));
        assertThat(answer()).isEqualTo("{}");
        transport.close();
        transport.onClose().block(PATIENCE);
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
    }

    @Test
    void closesConnectionsThatAreIdleTooLong() {
        open(NettyTransport.builder().maxIdleTime(Duration.ofMillis(50)).evictionInterval(Duration.ofMillis(20)));
        answer();
        server.awaitOpenConnections(0);
    }

    private static String compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsACompressedAnswer() throws IOException {
        String text = "{\"items\":[1,2,3]}".repeat(5000);
        server.script(Fault.answer(200, "Content-Encoding: gzip\r\n", compressed(text)));
        assertThat(answer()).isEqualTo(text);
        assertThat(server.request().header("accept-encoding")).containsExactly("gzip");
    }

    @Test
    void asksForNoCompressionWhereItIsOff() {
        open(NettyTransport.builder().gzip(false));
        answer();
        assertThat(server.request().header("accept-encoding")).isEmpty();
    }

    @Test
    void boundsTheDecompressedSizeToo() throws IOException {
        open(NettyTransport.builder().maxResponseBytes(100_000));
        server.script(Fault.answer(200, "Content-Encoding: gzip\r\n", compressed("x".repeat(50_000_000))));
        StepVerifier.create(Exchanges.text(transport, server.region()))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(io.github.mailgunreactor.core.UnreadableResponseException.class));
        server.awaitOpenConnections(0);
    }

    @Test
    void showsInItsLogWhatIsNoSecret() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger others = Loggers.getLogger(NettyTransportIT.class);
        Loggers.useCustomLoggers(name -> name.equals("io.github.mailgunreactor.netty.wire") ? recorder(lines) : others);
        try {
            open(NettyTransport.builder().wireLog(true));
            server.script(
                    Fault.answer(200, "X-Signing-Key: answersecret\r\nDate: today\r\n", "{\"key\":\"bodysecret\"}"));
            answer();
        } finally {
            Loggers.resetLoggerFactory();
        }
        String log = String.join("\n", lines);
        assertThat(log)
                .contains("GET " + Exchanges.TEMPLATE, "User-Agent: test", "answered 200", "Date: today", "20 bytes")
                .contains("X-Signing-Key: <12 characters>", "Authorization: <26 characters>")
                .doesNotContain(Exchanges.KEY, "secret", "someone");
    }

    private static Logger recorder(List<String> lines) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isDebugEnabled")) {
                        return true;
                    }
                    String text = (String) arguments[0];
                    for (Object argument : (Object[]) arguments[1]) {
                        text = text.replaceFirst("\\{}", java.util.regex.Matcher.quoteReplacement("" + argument));
                    }
                    lines.add(text);
                    return null;
                });
    }

    @Test
    void answersThoughItsRecordersOfMetricsThrow() {
        HttpClientMetricsRecorder recorder = (HttpClientMetricsRecorder) Proxy.newProxyInstance(
                HttpClientMetricsRecorder.class.getClassLoader(),
                new Class<?>[] {HttpClientMetricsRecorder.class},
                (proxy, method, arguments) -> {
                    throw new IllegalArgumentException("no such meter");
                });
        ConnectionProvider.MeterRegistrar registrar = (pool, id, remote, metrics) -> {
            throw new NoSuchMethodError("a class path that does not fit");
        };
        open(NettyTransport.builder().metrics(recorder).poolMetrics(() -> registrar));
        assertThat(answer()).isEqualTo("{}");
        assertThat(answer()).isEqualTo("{}");
    }

    @Test
    void measuresByTemplateAndNotByPath() {
        List<String> recorded = new CopyOnWriteArrayList<>();
        HttpClientMetricsRecorder recorder = (HttpClientMetricsRecorder) Proxy.newProxyInstance(
                HttpClientMetricsRecorder.class.getClassLoader(),
                new Class<?>[] {HttpClientMetricsRecorder.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("record")) {
                        recorded.add(method.getName() + List.of(arguments));
                    }
                    return null;
                });
        List<String> pools = new CopyOnWriteArrayList<>();
        ConnectionProvider.MeterRegistrar registrar = (pool, id, remote, metrics) -> pools.add(pool);
        open(NettyTransport.builder().name("measured").metrics(recorder).poolMetrics(() -> registrar));
        answer();
        server.await(
                "the response is measured",
                () -> recorded.stream().anyMatch(line -> line.startsWith("recordResponseTime")));
        assertThat(recorded).anyMatch(line -> line.contains(Exchanges.TEMPLATE) && line.contains("GET"));
        assertThat(recorded).noneMatch(line -> line.contains("someone") || line.contains("example.com"));
        assertThat(pools).containsExactly("measured");
    }

    @Test
    void boundsTheNumberOfPoolsAndLeavesThoseInUseAlone() {
        AtomicInteger pools = new AtomicInteger();
        open(NettyTransport.builder().poolMetrics(() -> countingIn(pools)));
        CountDownLatch all = new CountDownLatch(1);
        server.script(connection -> {
            connection.readRequest();
            all.await();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
        var inFlight = Exchanges.text(transport, server.region()).toFuture();
        server.awaitRequests(1);
        int hosts = 3 * Servers.MOST_SERVERS;
        int atOnce = 16;

        Flux.range(0, hosts)
                .map(i -> Region.at("http://127.1." + i / 256 + "." + i % 256 + ":" + server.port()))
                .flatMap(host -> Exchanges.text(transport, host).onErrorComplete(), atOnce)
                .blockLast(PATIENCE.multipliedBy(2));

        server.await("most pools are gone", () -> pools.get() <= Servers.MOST_SERVERS + atOnce);
        all.countDown();
        assertThat(inFlight).succeedsWithin(PATIENCE).isEqualTo("{}");
    }

    private static ConnectionProvider.MeterRegistrar countingIn(AtomicInteger pools) {
        return new ConnectionProvider.MeterRegistrar() {
            @Override
            public void registerMetrics(String pool, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
                pools.incrementAndGet();
            }

            @Override
            public void deRegisterMetrics(String pool, String id, SocketAddress remote) {
                pools.decrementAndGet();
            }
        };
    }
}
