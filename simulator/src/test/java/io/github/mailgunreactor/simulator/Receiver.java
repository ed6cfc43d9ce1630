package io.github.mailgunreactor.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mailgunreactor.core.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An application that is told by webhooks: the JDK's server, which answers what it is told to. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Iterator<Integer> statuses;
    private final Duration delay;

    /** What was posted. */
    static final class Received {
        private final @Nullable String contentType;
        private final @Nullable String sign;
        private final byte[] body;

        Received(@Nullable String contentType, @Nullable String sign, byte[] body) {
            this.contentType = contentType;
            this.sign = sign;
            this.body = body;
        }

        @Nullable
        String contentType() {
            return contentType;
        }

        @Nullable
        String sign() {
            return sign;
        }

        byte[] body() {
            return body;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @SuppressWarnings("unchecked") // the tests know what they are told
        Map<String, Object> json(String field) {
            return (Map<String, Object>) Objects.requireNonNull(
                    ((Map<String, Object>) Objects.requireNonNull(Json.readAny(body))).get(field));
        }
    }

    /** What the JDK makes of it, so that our own signatures are not held against themselves. */
    static String hmac(String key, byte[] signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed));
    }

    private Receiver(Duration delay, List<Integer> statuses) throws IOException {
        this.delay = delay;
        this.statuses = statuses.iterator();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers with these statuses, one after the other, then with 200. */
    static Receiver answering(Integer... statuses) throws IOException {
        return new Receiver(Duration.ZERO, List.of(statuses));
    }

    /** Takes its time. */
    static Receiver after(Duration delay) throws IOException {
        return new Receiver(delay, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status;
        synchronized (statuses) {
            status = statuses.hasNext() ? statuses.next() : 200;
        }
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("X-Sign"),
                body));
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The next that is posted, waited for at most a second: so long may Mailgun's simulator take. */
    Received next() throws InterruptedException {
        Received next = received.poll(1, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was posted within a second");
        }
        return next;
    }

    /** How many were posted that nobody asked for. */
    int left() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
