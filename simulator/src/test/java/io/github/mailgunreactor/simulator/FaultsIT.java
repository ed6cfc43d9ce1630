package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsIT {
    private static final Simulator SIMULATOR = Simulator.start();

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void answerWithAStatusAndTheNextRequestIsHandled() throws Exception {
        SIMULATOR
                .faults()
                .on("GET /v1/keys")
                .status(503)
                .header("Retry-After", "1")
                .times(1);

        HttpResponse<String> response = caller.get("/v1/keys");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Caller.message(response)).isEqualTo("Service Unavailable");
        assertThat(caller.get("/v1/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void answerWithABodyInPlaceOfHandlingTheRequest() throws Exception {
        SIMULATOR.faults().on("POST /v1/keys").body(200, "text/html", "<html>").times(1);

        HttpResponse<String> response = caller.form("POST", "/v1/keys", "role", "admin");

        assertThat(response.body()).isEqualTo("<html>");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(SIMULATOR.journal().only("POST /v1/keys").form("role")).isEqualTo("admin");
        assertThat(Caller.object(caller.get("/v1/keys"))).containsEntry("total_count", 1L);
    }

    @Test
    void delayAnAnswer() throws Exception {
        SIMULATOR.faults().on("GET /v1/keys").delay(Duration.ofMillis(150)).times(1);
        long start = System.nanoTime();

        HttpResponse<String> response = caller.get("/v1/keys");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void letTheSimulatorCloseDuringADelay() throws Exception {
        Simulator simulator = Simulator.start();
        simulator.faults().onAny().delay(Duration.ofMinutes(10));
        Caller waiting = Caller.of(simulator);
        Thread caller = new Thread(() -> {
            try {
                waiting.get("/v1/keys");
            } catch (IOException | InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();

        assertThat(Duration.ofSeconds(30)).isGreaterThan(timed(() -> {
            simulator.close();
            caller.join(20_000);
        }));
        assertThat(caller.isAlive()).isFalse();
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Duration timed(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void dropTheConnectionBeforeTheRequestHasAnEffect() throws Exception {
        SIMULATOR.faults().on("POST /v1/keys").dropConnection();

        assertNoResponse(() -> caller.form("POST", "/v1/keys", "role", "admin"));
        assertThat(Caller.object(caller.get("/v1/keys"))).containsEntry("total_count", 1L);
    }

    @Test
    void loseTheAnswerAfterTheRequestHadItsEffect() throws Exception {
        SIMULATOR.faults().on("POST /v1/keys").loseResponse();

        assertNoResponse(() -> caller.form("POST", "/v1/keys", "role", "admin"));
        assertThat(Caller.object(caller.get("/v1/keys"))).containsEntry("total_count", 2L);
        assertThat(SIMULATOR.journal().only("POST /v1/keys").status()).isZero();
    }

    @Test
    void truncateTheBody() throws Exception {
        SIMULATOR.faults().on("GET /v1/keys").truncateBody();
        String request = "GET /v1/keys HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString("api:key-simulator".getBytes(StandardCharsets.US_ASCII))
                + "\r\n\r\n";

        String response = RawSocket.response(SIMULATOR.baseUrl(), request);

        assertThat(response).startsWith("HTTP/1.1 200 OK");
        String body = response.substring(response.indexOf("\r\n\r\n") + 4);
        assertThat(body).startsWith("{\"total_count\":1").doesNotEndWith("}");
        assertThat(response).containsIgnoringCase("content-length: ").doesNotContain("length: " + body.length() + "\r");
    }

    @Test
    void breakWhatAClientReads() {
        SIMULATOR.faults().on("GET /v1/keys").truncateBody();

        assertNoResponse(() -> caller.get("/v1/keys"));
    }

    @Test
    void strikeTheThirdRequest() throws Exception {
        SIMULATOR.faults().on("GET /v1/keys").status(500).after(2).times(1);

        for (int expected : new int[] {200, 200, 500, 200}) {
            assertThat(caller.get("/v1/keys").statusCode()).isEqualTo(expected);
        }
    }

    private static void assertNoResponse(Step call) {
        assertThatExceptionOfType(IOException.class).isThrownBy(call::run).isNotInstanceOf(HttpTimeoutException.class);
    }
}
