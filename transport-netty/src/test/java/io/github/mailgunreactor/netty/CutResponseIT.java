package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Over TLS a body that ends with the connection is whole only if the server says that it has closed it. */
@Timeout(60)
class CutResponseIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.of("ip:127.0.0.1");

    private final ServerSocket listener;
    private final Region region;
    private final NettyTransport transport =
            NettyTransport.builder().trustedCertificates(CERTIFICATE.pem()).build();
    private volatile boolean orderly;

    CutResponseIT() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        region = Region.at("https://127.0.0.1:" + listener.getLocalPort());
        Thread server = new Thread(this::serve, "cutting-server");
        server.setDaemon(true);
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        transport.close();
        transport.onClose().block(Duration.ofSeconds(20));
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket raw = listener.accept()) {
                SSLSocket tls = (SSLSocket)
                        CERTIFICATE.server().getSocketFactory().createSocket(raw, null, raw.getPort(), false);
                tls.setUseClientMode(false);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.ISO_8859_1));
                while (!in.readLine().isEmpty()) {
                    // the request is of no interest
                }
                tls.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\nthe first half".getBytes(StandardCharsets.ISO_8859_1));
                tls.getOutputStream().flush();
                if (orderly) {
                    tls.close();
                }
            } catch (IOException closed) {
                // the client, or the test, has closed it
            }
        }
    }

    private static void isLost(Mono<?> call) {
        StepVerifier.create(call)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(NoResponseException.class, lost -> {
                            assertThat(lost.reason()).isEqualTo(NoResponseException.Reason.CONNECTION_LOST);
                            assertThat(lost.requestSent()).isTrue();
                        }));
    }

    @Test
    void isLostWithoutCloseNotify() {
        isLost(Exchanges.text(transport, region));
        isLost(transport.stream(Exchanges.get(region), (head, body, offset, length) -> new AssertionError())
                .flatMapMany(ResponseStream::body)
                .then());
    }

    @Test
    void isWholeWithCloseNotify() {
        orderly = true;
        StepVerifier.create(Exchanges.text(transport, region))
                .expectNext("the first half")
                .verifyComplete();
    }
}
