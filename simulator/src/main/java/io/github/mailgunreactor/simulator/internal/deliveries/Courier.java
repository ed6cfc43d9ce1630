package io.github.mailgunreactor.simulator.internal.deliveries;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/**
 * Posts over HTTP. Each receiver has a lane of its own with so many connections and no more: one that is slow or gone keeps
 * nobody waiting but itself. Called under the lock of the state, which also guards the lanes.
 */
final class Courier {
    private static final int LANE_WIDTH = 32;
    private static final int CONNECT_TIMEOUT_MILLIS = 5000;
    private static final int MAX_RESPONSE_BYTES = 64 * 1024;

    private final LoopResources loops;
    private final ConnectionProvider connections;
    private final Duration timeout;
    private @Nullable HttpClient client;
    private final Map<String, Lane> lanes = new HashMap<>();

    /** What came of an attempt. */
    record Outcome(@Nullable Integer status, @Nullable String failure) {}

    private record Task(Posting posting, Consumer<Outcome> whenDone) {}

    private static final class Lane {
        private final ArrayDeque<Task> waiting = new ArrayDeque<>();
        private int underWay;
    }

    Courier(LoopResources loops, Duration timeout) {
        this.loops = loops;
        this.timeout = timeout;
        this.connections = ConnectionProvider.builder("mailgun-simulator-deliveries")
                .maxConnections(LANE_WIDTH)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
    }

    /** What posts; made when first asked for, as it takes longer than all else at the start. It reads files. */
    synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.create(connections)
                    .runOn(loops)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                    // Given, as Reactor Netty's own looks for QUIC, which is not there.
                    .secure(SslProvider.builder().sslContext(tls()).build())
                    .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, "mailgun-simulator"));
        }
        return client;
    }

    private static SslContext tls() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException notOnThisPlatform) {
            throw new IllegalStateException("every Java platform has TLS", notOnThisPlatform);
        }
    }

    /** Posts; what came of it is told later, on a thread that does not have the lock. */
    void post(Posting posting, Consumer<Outcome> whenDone) {
        Lane lane = lanes.computeIfAbsent(receiver(posting), first -> new Lane());
        lane.waiting.add(new Task(posting, whenDone));
        startWaiting(lane);
    }

    /** To be called under the lock once what came of an attempt is noted: then the next one may start. */
    void finished(Posting posting) {
        String receiver = receiver(posting);
        Lane lane = lanes.get(receiver);
        if (lane == null) {
            return;
        }
        lane.underWay--;
        startWaiting(lane);
        if (lane.underWay == 0) {
            lanes.remove(receiver);
        }
    }

    /** Forgets what waits; what is under way comes to its end. */
    void forgetWaiting() {
        lanes.values().forEach(lane -> lane.waiting.clear());
    }

    void close() {
        connections.dispose();
    }

    private void startWaiting(Lane lane) {
        while (lane.underWay < LANE_WIDTH && !lane.waiting.isEmpty()) {
            Task task = lane.waiting.remove();
            lane.underWay++;
            // Not here: connecting may end at once, and would tell so within the lock of whoever posts.
            loops.onClient(true).next().execute(() -> exchange(task));
        }
    }

    private void exchange(Task task) {
        Mono.defer(() -> status(task.posting()))
                .timeout(timeout)
                .map(status -> new Outcome(status, null))
                .onErrorResume(failure -> Mono.just(new Outcome(null, described(failure))))
                .subscribe(task.whenDone());
    }

    private Mono<Integer> status(Posting posting) {
        EncodedBody body = posting.body();
        return client().headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, body.contentType());
                    headers.set(HttpHeaderNames.CONTENT_LENGTH, body.bytes().length);
                    body.headers().forEach(headers::set);
                })
                .post()
                .uri(posting.notification().url())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.bytes())))
                .response((response, content) -> content.reduce(0, (bytes, piece) -> {
                            int total = bytes + piece.readableBytes();
                            if (total > MAX_RESPONSE_BYTES) {
                                throw new IllegalStateException("the response is longer than anybody reads");
                            }
                            return total;
                        })
                        .thenReturn(response.status().code()))
                .single();
    }

    private static String described(Throwable failure) {
        return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }

    private static String receiver(Posting posting) {
        String url = posting.notification().url();
        try {
            return Objects.requireNonNullElse(URI.create(url).getAuthority(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
