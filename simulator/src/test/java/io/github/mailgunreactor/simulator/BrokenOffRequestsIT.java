package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client may break off what it sends: that is no failure of the simulator. */
class BrokenOffRequestsIT {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void readTheLog() {
        ROOT.addHandler(log);
    }

    @AfterEach
    void leaveTheLog() {
        ROOT.removeHandler(log);
    }

    /** Sends the head of a request with a body of 1000 bytes, and fewer of these, until the server has seen that. */
    private static void breakOff(Simulator simulator, String path, String contentType, String beginning)
            throws IOException {
        URI uri = URI.create(simulator.baseUrl());
        String credentials =
                Base64.getEncoder().encodeToString(("api:" + simulator.key()).getBytes(StandardCharsets.US_ASCII));
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                                    + "\r\nContent-Type: " + contentType + "\r\nContent-Length: 1000\r\n\r\n"
                                    + beginning)
                            .getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void aBrokenOffBodyIsNotLoggedAndGotNoResponse(String contentType) throws Exception {
        try (Simulator simulator = Simulator.start()) {
            breakOff(simulator, "/v3/lists", contentType, "--b\r\n");
            Eventually.holds(() -> !simulator.journal().all().isEmpty());

            assertThat(simulator.journal().only("POST /v3/lists").status()).isZero();
            assertThat(logged).isEmpty();
        }
    }

    @Test
    void aBrokenOffRequestToTheSimulatorItselfIsNotLogged() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            breakOff(simulator, "/_simulator/seed", "application/json", "{");
            // It is handled after the connection is closed, and nothing tells when.
            Thread.sleep(300);

            assertThat(logged).isEmpty();
        }
    }
}
