package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.netty.webhooks.WebhookServerRoutes;
import io.github.mailgunreactor.webhooks.FileSink;
import io.github.mailgunreactor.webhooks.IncomingFile;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What {@link WebhooksScaleIT} starts in a JVM with a small heap: counts deliveries, and reports when it is asked. */
final class SmallHeapReceiver implements AutoCloseable {
    static final String PATH = "/hooks/mailgun-7f3a";

    private final Process process;
    private final BufferedReader lines;
    private final int port;

    private SmallHeapReceiver(Process process) throws IOException {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.port = Integer.parseInt(requireNonNull(lines.readLine()));
    }

    /**
     * How it stands.
     *
     * @param handled how many deliveries its handler was given
     * @param others how many were replied to in another way
     * @param heapBytes what is used of the heap, after a collection
     * @param cpuMillis how long it has kept processors busy
     * @param fileBytes how many bytes of files its sink was given
     * @param discarded how many files were discarded
     */
    record Report(long handled, long others, long heapBytes, long cpuMillis, long fileBytes, long discarded) {}

    static SmallHeapReceiver start(String signingKey) throws IOException {
        String classPath =
                System.getProperty("surefire.test.class.path", requireNonNull(System.getProperty("java.class.path")));
        Process process = new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath,
                        SmallHeapReceiver.class.getName(),
                        signingKey)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new SmallHeapReceiver(process);
    }

    String url() {
        return "http://127.0.0.1:" + port + PATH;
    }

    Report report() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        long[] figures = Stream.of(requireNonNull(lines.readLine()).split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Report(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Serves until its input ends; each line of input is answered with a line of figures. */
    @SuppressWarnings("SystemOut") // it is how the process reports
    public static void main(String[] arguments) throws IOException {
        LongAdder handled = new LongAdder();
        LongAdder others = new LongAdder();
        CountingSink sink = new CountingSink();
        WebhookReceiver receiver = WebhookReceiver.of(WebhookVerifier.of(Secret.of(arguments[0])), delivery -> {
                    handled.increment();
                    return Mono.empty();
                })
                .files(sink, 1L << 30)
                .listener(reply -> others.add(reply.outcome() == WebhookReply.Outcome.HANDLED ? 0 : 1));
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(WebhookServerRoutes.at(PATH, receiver))
                .bindNow(Duration.ofSeconds(20));
        System.out.println(server.port());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            long cpu = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toMillis();
            System.out.println(handled.sum() + " " + others.sum() + " " + heap + " " + cpu + " " + sink.bytes.sum()
                    + " " + sink.discarded.sum());
        }
        server.disposeNow(Duration.ofSeconds(5));
    }

    private static final class CountingSink implements FileSink {
        private final LongAdder bytes = new LongAdder();
        private final LongAdder discarded = new LongAdder();

        @Override
        public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
            return content.doOnNext(piece -> bytes.add(piece.remaining())).then(Mono.just("nowhere"));
        }

        @Override
        public Mono<Void> discard(String place) {
            return Mono.fromRunnable(discarded::increment);
        }
    }
}
