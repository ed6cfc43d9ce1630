package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A simulator in a process of its own with 128 MB of heap, sent more than it can keep: it answers throughout. In each build it is
 * enough to show that it works; {@code -Dsoak=true} makes it a million messages ({@code -Dsends=300000} for another number):
 *
 * <pre>mvn -ntp verify -pl simulator -am -Dit.test=SendingScaleIT -Dsoak=true ...</pre>
 */
class SendingScaleIT {
    private static final int SENDS = Integer.getInteger("sends", Boolean.getBoolean("soak") ? 1_000_000 : 5_000);
    private static final int SENDERS = 4;
    private static final int AT_A_TIME = 25;
    private static final int MOST_KEPT = 20_000;
    private static final int MOST_RESIDENT_MEGABYTES = 512;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final int port = freePort();
    private final Caller control = Caller.at("http://127.0.0.1:" + port, "key-scale");
    private volatile boolean sending = true;

    @Test
    void answersThroughoutWithLittleMemory() throws Exception {
        long started = System.nanoTime();
        Process simulator = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorCommand.class.getName(),
                        "--port",
                        Integer.toString(port),
                        "--key",
                        "key-scale")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
        try {
            awaitFirstAnswer(simulator);
            say("first answer after " + millisSince(started) + " ms, " + memory(simulator));
            seedDomain();
            Future<Long> slowest = threads.submit(this::askAgainAndAgain);
            long begun = System.nanoTime();
            for (int sent = 0; sent < SENDS; ) {
                int next = Math.min(100_000, SENDS - sent);
                send(threads, next);
                sent += next;
                say(sent + " sent, " + sent * 1000L / Math.max(1, millisSince(begun)) + " a second, "
                        + memory(simulator));
            }
            sending = false;
            say("slowest answer of the control API meanwhile: " + slowest.get() + " ms");

            assertThat(slowest.get()).isLessThan(LONGEST_ANSWER.toMillis());
            assertThat(simulator.isAlive()).isTrue();
            assertThat(kept()).isPositive().isLessThanOrEqualTo(MOST_KEPT);
            assertThat(residentMegabytes(simulator)).isLessThan(MOST_RESIDENT_MEGABYTES);
        } finally {
            sending = false;
            threads.shutdownNow();
            simulator.destroyForcibly().waitFor();
        }
    }

    private void awaitFirstAnswer(Process simulator) throws InterruptedException {
        while (true) {
            try {
                assertThat(control.get("/_simulator/health").statusCode()).isEqualTo(200);
                return;
            } catch (Exception notYet) {
                assertThat(simulator.isAlive()).isTrue();
                Thread.sleep(5);
            }
        }
    }

    private void seedDomain() throws Exception {
        control.send(
                "POST",
                "/_simulator/seed",
                BodyPublishers.ofString("{\"domains\": [{\"name\": \"example.com\"}]}"),
                "application/json");
    }

    private long kept() throws Exception {
        Object total =
                Caller.object(control.get("/_simulator/messages?limit=1")).get("total");
        return ((Number) Objects.requireNonNull(total)).longValue();
    }

    /** What a page does that is open; gives how long the slowest answer took. */
    private long askAgainAndAgain() throws Exception {
        long slowest = 0;
        while (sending) {
            long asked = System.nanoTime();
            assertThat(control.get("/_simulator/messages?limit=50").statusCode())
                    .isEqualTo(200);
            slowest = Math.max(slowest, millisSince(asked));
            Thread.sleep(200);
        }
        return slowest;
    }

    private void send(ExecutorService threads, int messages) throws Exception {
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int share = messages / SENDERS + (sender < messages % SENDERS ? 1 : 0);
            senders.add(() -> sendShare(share));
        }
        int accepted = 0;
        for (Future<Integer> sent : threads.invokeAll(senders)) {
            accepted += sent.get();
        }
        assertThat(accepted).isEqualTo(messages);
    }

    /** Sends over one connection, some requests at a time, so that the client costs little; gives how many were accepted. */
    private int sendShare(int messages) throws IOException {
        int accepted = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LONGEST_ANSWER.toMillis() * 4);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int sent = 0; sent < messages; ) {
                int now = Math.min(AT_A_TIME, messages - sent);
                StringBuilder requests = new StringBuilder();
                for (int i = 0; i < now; i++) {
                    requests.append(request(sent + i));
                }
                out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
                out.flush();
                for (int i = 0; i < now; i++) {
                    accepted += isAccepted(in) ? 1 : 0;
                }
                sent += now;
            }
        }
        return accepted;
    }

    private static String request(int number) {
        String form = "from=Acme+%3Corders%40example.com%3E&to=customer" + number
                + "%40example.org&subject=Your+order+" + number
                + "&text=It+is+on+its+way.&html=%3Cp%3EIt+is+on+its+way.%3C%2Fp%3E"
                + "&o%3Atag=order";
        return "POST /v3/example.com/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString("api:key-scale".getBytes(StandardCharsets.US_ASCII))
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
    }

    private static boolean isAccepted(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
        return status.startsWith("HTTP/1.1 200 ");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            assertThat(character).as("the connection stays open").isNotNegative();
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }

    private static String memory(Process process) throws IOException {
        return residentMegabytes(process) + " MB resident";
    }

    /** As Linux tells it; elsewhere 0. */
    private static int residentMegabytes(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @SuppressWarnings("SystemOut") // the figures are what a soak is for
    private static void say(String what) {
        System.out.println("simulator at 128 MB: " + what);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
