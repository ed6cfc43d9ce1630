package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultConnection;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bytes that nobody asked for, with the end of a response or while the connection is idle, whole and cut anywhere, never
 * become another call's response. {@code -Dsoak=true} tries 10,000 cuts in place of 400.
 */
@Timeout(600)
class ForeignResponseIT {
    private static final int CUTS = Integer.getInteger("cuts", Boolean.getBoolean("soak") ? 10_000 : 400);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] FOREIGN = response("foreign");

    private final Random random = new Random(7);
    private final AtomicReference<FaultConnection> connection = new AtomicReference<>();

    private static byte[] response(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second, int countOfSecond) {
        byte[] joined = Arrays.copyOf(first, first.length + countOfSecond);
        System.arraycopy(second, 0, joined, first.length, countOfSecond);
        return joined;
    }

    /** Answers with the last segment of the path, and adds so many bytes of another response to the end of it. */
    private Fault answerAnd(boolean unasked) {
        return server -> {
            String target = server.readRequest().target();
            byte[] own = response(target.substring(target.lastIndexOf('/') + 1));
            int more = unasked ? 1 + random.nextInt(FOREIGN.length) : 0;
            byte[] all = join(own, FOREIGN, more);
            int cut = random.nextInt(own.length);
            connection.set(server);
            if (random.nextBoolean()) {
                server.write(Arrays.copyOf(all, cut));
                server.pause(random.nextInt(2));
                server.write(Arrays.copyOfRange(all, cut, all.length));
            } else {
                server.write(all);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"with its end, false", "with its end, true", "while idle, false", "while idle, true"})
    void aCallGetsItsOwnResponseOnly(String when, boolean secure) throws IOException {
        boolean idle = when.equals("while idle");
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1");
        int lost = 0;
        try (FaultServer server = secure ? FaultServer.start(certificate.server(), false) : FaultServer.start()) {
            server.script(answerAnd(!idle));
            NettyTransportBuilder builder = NettyTransport.builder().maxConnections(1);
            NettyTransport transport = (secure ? builder.trustedCertificates(certificate.pem()) : builder).build();
            for (int i = 0; i < CUTS; i++) {
                TransportRequest request = new TransportRequest(
                        Method.GET,
                        server.region(),
                        "/v3/{id}",
                        "/v3/" + i,
                        Headers.NONE,
                        TransportBody.NONE,
                        Duration.ofSeconds(10));
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
            transport.close();
            transport.onClose().block(PATIENCE);
        }
        System.out.printf(
                "%d cuts %s%s: 0 foreign responses, %d calls not sent%n", CUTS, when, secure ? ", TLS" : "", lost);
        assertThat(lost).isLessThanOrEqualTo(CUTS / 2 + 1);
    }

    private void writeUnasked() {
        try {
            Objects.requireNonNull(connection.get()).write(Arrays.copyOf(FOREIGN, 1 + random.nextInt(FOREIGN.length)));
        } catch (IOException closed) {
            // the client has closed the connection, as it may
        }
    }
}
