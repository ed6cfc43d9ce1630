package io.github.mailgunreactor.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/** The server of a measurement, in processes of its own. */
interface Server extends AutoCloseable {
    String OURS = "ours";
    String NGINX = "nginx";

    String url();

    /** The processes, none where it is somebody else's. */
    Stream<ProcessHandle> processes();

    /** How long its processes have computed so far. */
    default double cpuMicros() {
        return processes()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e3;
    }

    @Override
    void close() throws IOException;

    /**
     * Starts a server, or names one that runs.
     *
     * @param kind {@link #OURS}, {@link #NGINX} or a URL
     * @param processors on which alone it is to run; empty for any
     * @throws FileNotFoundException where nginx is not installed
     */
    static Server open(String kind, String processors) throws IOException, InterruptedException {
        return switch (kind) {
            case OURS -> new Ours(Child.startOn(processors, "-Xmx512m", "AnswerServer"));
            case NGINX -> NginxServer.start(processors);
            default -> new Running(kind);
        };
    }

    /** {@link AnswerServer} in a JVM of its own. */
    final class Ours implements Server {
        private final Child child;
        private final String url;

        private Ours(Child child) throws IOException {
            this.child = child;
            this.url = "http://127.0.0.1:" + child.answer();
        }

        @Override
        public String url() {
            return url;
        }

        @Override
        public Stream<ProcessHandle> processes() {
            return Stream.of(child.handle());
        }

        @Override
        public void close() throws IOException {
            child.close();
        }
    }

    /** One that somebody else has started. */
    record Running(String url) implements Server {
        @Override
        public Stream<ProcessHandle> processes() {
            return Stream.empty();
        }

        @Override
        public void close() {}
    }
}
