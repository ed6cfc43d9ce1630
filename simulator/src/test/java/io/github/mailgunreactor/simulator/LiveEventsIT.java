package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveEventsIT {
    private static final int TIMEOUT = 20_000;

    private final Simulator simulator = Simulator.start();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        simulator.close();
    }

    private BufferedReader listen() throws IOException {
        URI url = URI.create(simulator.baseUrl());
        Socket socket = new Socket(url.getHost(), url.getPort());
        open.add(socket);
        socket.setSoTimeout(TIMEOUT);
        socket.getOutputStream()
                .write("GET /_simulator/live HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return lines;
    }

    private static String next(BufferedReader lines, String start) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        return "the end";
    }

    @Test
    void saysWhatToLookAtAgain() throws Exception {
        BufferedReader lines = listen();
        next(lines, "event: hello");

        simulator.clock().advance(Duration.ofHours(1));
        simulator.faults().onAny().status(503).times(1);
        assertThat(next(lines, "data: [")).isEqualTo("data: [\"state\"]");

        Caller.of(simulator).get("/v1/keys");
        assertThat(next(lines, "data: [")).isEqualTo("data: [\"requests\"]");
    }

    @Test
    void saysThatSomethingIsDelivered() throws Exception {
        try (Receiver receiver = Receiver.answering()) {
            Caller mailgun = Caller.of(simulator);
            simulator.domains().add("example.com");
            mailgun.form(
                    "POST",
                    "/v4/domains/example.com/webhooks",
                    "url",
                    receiver.url("/hook"),
                    "event_types",
                    "delivered");
            mailgun.form(
                    "POST", "/v3/example.com/messages", "from", "us@example.com", "to", "a@x.org", "text", "hello");
            Eventually.holds(() -> simulator.deliveries().only("delivered").state() == RecordedDelivery.State.DONE);
            BufferedReader lines = listen();
            next(lines, "event: hello");

            simulator
                    .deliveries()
                    .redeliver(simulator.deliveries().only("delivered").id());

            assertThat(next(lines, "data: [")).isEqualTo("data: [\"deliveries\"]");
        }
    }

    @Test
    void whatChangesFasterThanItCanBeSentMeltsIntoOneEvent() throws Exception {
        BufferedReader lines = listen();
        next(lines, "event: hello");

        for (int i = 0; i < 10_000; i++) {
            simulator.faults().clear();
        }
        Caller.of(simulator).form("DELETE", "/v1/keys/none");

        int events = 1;
        while (!next(lines, "data: [").contains("requests")) {
            events++;
        }
        assertThat(events).isLessThan(100);
    }

    @Test
    void aBrowserThatReadsNothingHarmsNobody() throws Exception {
        for (int i = 0; i < 10; i++) {
            listen();
        }
        for (int i = 0; i < 200; i++) {
            assertThat(Caller.of(simulator).get("/v1/keys").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void noMoreThanSixtyFourAreServedAtOnce() throws Exception {
        for (int i = 0; i < 64; i++) {
            next(listen(), "event: hello");
        }

        assertThat(next(listen(), "HTTP/1.1 ")).isEqualTo("HTTP/1.1 503 Service Unavailable");

        open.get(0).close();
        await(() -> next(listen(), "HTTP/1.1 ").equals("HTTP/1.1 200 OK"));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void endsWithTheSimulator() throws Exception {
        BufferedReader lines = listen();
        next(lines, "event: hello");

        simulator.close();

        assertThat(next(lines, "data: [")).isEqualTo("the end");
    }
}
