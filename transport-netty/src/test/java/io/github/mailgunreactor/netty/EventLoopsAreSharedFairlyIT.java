package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one call's subscriber, reader or response does to its thread is no other call's harm. */
@Timeout(60)
class EventLoopsAreSharedFairlyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FaultServer server = FaultServer.start();
    private final NettyTransport transport = NettyTransport.builder()
            .ioThreads(2)
            .name("shared")
            .maxConnections(20)
            .build();

    @AfterEach
    void close() {
        server.close();
        transport.close();
        transport.onClose().block(PATIENCE);
    }

    private TransportRequest get(Duration timeout) {
        TransportRequest plain = Exchanges.get(server.region());
        return new TransportRequest(
                plain.method(),
                plain.region(),
                plain.template(),
                plain.target(),
                plain.headers(),
                plain.body(),
                timeout);
    }

    /** Busy, for the tests forbid event loops to sleep. */
    private static void holdUp(AtomicBoolean until) {
        while (!until.get()) {
            // until then
        }
    }

    @Test
    void aSubscriberThatHoldsUpOneThreadCostsTheCallsOfOthersNoDeadline() {
        AtomicBoolean goOn = new AtomicBoolean();
        CompletableFuture<String> held = new CompletableFuture<>();
        Exchanges.text(transport, server.region()).subscribe(text -> {
            held.complete(Thread.currentThread().getName());
            holdUp(goOn);
        });
        String thread = held.orTimeout(10, TimeUnit.SECONDS).join();
        server.script(Fault.stallBeforeHeaders());
        List<String> ended = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            Exchanges.text(transport, get(Duration.ofMillis(300))).subscribe(text -> {}, failure -> {
                assertThat(failure)
                        .isInstanceOfSatisfying(
                                NoResponseException.class,
                                timedOut ->
                                        assertThat(timedOut.reason()).isEqualTo(NoResponseException.Reason.TIMED_OUT));
                ended.add(Thread.currentThread().getName());
            });
        }
        server.await("half of the calls have timed out", () -> ended.size() >= 3);
        List<String> meanwhile = List.copyOf(ended);
        goOn.set(true);
        assertThat(meanwhile).doesNotContain(thread);
        server.await("all have", () -> ended.size() == 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLargeResponseIsReadElsewhere(boolean compressed) throws IOException {
        String large = "x".repeat(2_000_000);
        server.script(
                compressed ? Fault.answer(200, "Content-Encoding: gzip\r\n", gzip(large)) : Fault.answer(200, large));
        String thread = transport
                .exchange(
                        Exchanges.get(server.region()),
                        (head, body, offset, length) ->
                                length + " " + Thread.currentThread().getName())
                .block(PATIENCE);
        assertThat(thread).startsWith("2000000 parallel-");
    }

    @Test
    void aSmallResponseIsReadWhereItArrives() {
        String thread = transport
                .exchange(
                        Exchanges.get(server.region()),
                        (head, body, offset, length) -> Thread.currentThread().getName())
                .block(PATIENCE);
        assertThat(thread).startsWith("shared-");
    }

    private static String gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
