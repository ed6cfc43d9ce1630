package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.github.mailgunreactor.testing.FaultConnection;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bytes that nobody asked for, with the end of a response or while the connection is idle, whole and cut anywhere, never
 * become another call's response. {@code -Dsoak=true} tries 10,000 cuts in place of 400.
 */
@Timeout(1800)
class ForeignResponseIT {
    private static final int CUTS = Integer.getInteger("cuts", Boolean.getBoolean("soak") ? 10_000 : 400);

    /** So many servers at a time: one call after the other mostly waits for threads to take turns. */
    private static final int LANES = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] FOREIGN = response("foreign");

    private static byte[] response(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second, int countOfSecond) {
        byte[] joined = Arrays.copyOf(first, first.length + countOfSecond);
        System.arraycopy(second, 0, joined, first.length, countOfSecond);
        return joined;
    }

    /** A server whose connection is used by one call after the other, and which writes what nobody asked for. */
    private static final class Lane implements AutoCloseable {
        private final Random random;
        private final FaultServer server;
        private final boolean idle;
        private final AtomicReference<FaultConnection> connection = new AtomicReference<>();
        private int lost;

        Lane(int number, @Nullable TestCertificate certificate, boolean idle) {
            this.random = new Random(number);
            this.idle = idle;
            this.server = certificate == null ? FaultServer.start() : FaultServer.start(certificate.server(), false);
            server.script(this::answer);
        }

        /** Answers with the last segment of the path, and may add so many bytes of another response to the end of it. */
        private void answer(FaultConnection client) throws IOException, InterruptedException {
            String target = client.readRequest().target();
            byte[] own = response(target.substring(target.lastIndexOf('/') + 1));
            int more = idle ? 0 : 1 + random.nextInt(FOREIGN.length);
            byte[] all = join(own, FOREIGN, more);
            int cut = random.nextInt(own.length);
            connection.set(client);
            if (random.nextBoolean()) {
                client.write(Arrays.copyOf(all, cut));
                client.pause(random.nextInt(2));
                client.write(Arrays.copyOfRange(all, cut, all.length));
            } else {
                client.write(all);
            }
        }

        private void writeUnasked() {
            try {
                Objects.requireNonNull(connection.get())
                        .write(Arrays.copyOf(FOREIGN, 1 + random.nextInt(FOREIGN.length)));
            } catch (IOException closed) {
                // the client has closed the connection, as it may
            }
        }

        void run(NettyTransport transport) {
            for (int i = 0; i < CUTS / LANES; i++) {
                TransportRequest request = new TransportRequest(
                        Method.GET,
                        server.region(),
                        "/v3/{id}",
                        "/v3/" + i,
                        Headers.NONE,
                        TransportBody.NONE,
                        Duration.ofSeconds(60));
                try {
                    assertThat(Exchanges.text(transport, request).block(PATIENCE))
                            .isEqualTo(String.valueOf(i));
                } catch (NoResponseException failure) {
                    assertThat(failure.requestSent()).as("it was not sent").isFalse();
                    lost++;
                }
                if (idle && i % 2 == 0) {
                    writeUnasked();
                }
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"with its end, false", "with its end, true", "while idle, false", "while idle, true"})
    void aCallGetsItsOwnResponseOnly(String when, boolean secure) {
        TestCertificate certificate = secure ? TestCertificate.of("ip:127.0.0.1") : null;
        NettyTransportBuilder builder = NettyTransport.builder().maxConnections(1);
        NettyTransport transport =
                (certificate == null ? builder : builder.trustedCertificates(certificate.pem())).build();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Lane> lanes = IntStream.range(0, LANES)
                .mapToObj(number -> new Lane(number, certificate, when.equals("while idle")))
                .toList();
        try {
            CompletableFuture.allOf(lanes.stream()
                            .map(lane -> CompletableFuture.runAsync(() -> lane.run(transport), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
            lanes.forEach(Lane::close);
            transport.close();
            transport.onClose().block(PATIENCE);
        }
        int lost = lanes.stream().mapToInt(lane -> lane.lost).sum();
        System.out.printf(
                "%d cuts %s%s: 0 foreign responses, %d calls not sent%n", CUTS, when, secure ? ", TLS" : "", lost);
        assertThat(lost).isLessThanOrEqualTo(CUTS / 2 + LANES);
    }
}
