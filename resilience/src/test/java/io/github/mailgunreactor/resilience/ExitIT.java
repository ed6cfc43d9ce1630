package io.github.mailgunreactor.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultServer;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What happens at the end of a program, and of a client. */
class ExitIT {

    /** A program of a user who forgets to close. */
    public static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] arguments) {
            MailgunClient client =
                    MailgunClient.builder("key").region(Region.at(arguments[0])).build();
            System.out.println(client.send(Method.GET.path("/v1/keys").asText()).block());
        }
    }

    /** A program of a user who closes at once what has just begun, and whose subscriber takes its time. */
    public static final class Hasty {
        private Hasty() {}

        public static void main(String[] arguments) {
            MailgunClient client =
                    MailgunClient.builder("key").region(Region.at(arguments[0])).build();
            client.send(Method.GET.path("/v1/keys").asText())
                    .subscribe(
                            text -> System.out.println("got " + text),
                            failure -> System.out.println("failed with " + failure.getMessage()));
            client.close();
        }
    }

    /** What a program in a process of its own printed until it ended by itself. */
    private static String output(Class<?> program, FaultServer server) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        program.getName(),
                        server.region().baseUrl())
                .redirectErrorStream(true)
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ended).as("ended by itself").isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void aProgramThatNeverClosesEnds() throws Exception {
        try (FaultServer server = FaultServer.start().script(Fault.answer(200, "answered"))) {
            assertThat(output(Forgetful.class, server)).contains("answered");
        }
    }

    @Test
    void aProgramThatClosesAtOnceAndEndsGetsItsResponse() throws Exception {
        Fault slow = connection -> {
            connection.readRequest();
            connection.pause(1000).write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nanswered");
        };
        try (FaultServer server = FaultServer.start().script(slow)) {
            assertThat(output(Hasty.class, server)).contains("got answered");
        }
    }

    @Test
    void aProgramThatClosesAtOnceAndEndsGetsItsErrorWhenTheGracePeriodIsOver() throws Exception {
        try (FaultServer server = FaultServer.start().script(Fault.stallBeforeHeaders())) {
            assertThat(output(Hasty.class, server)).contains("failed with", "the client is closed");
        }
    }

    @Test
    void aCallInFlightMayFinishAfterClosing() {
        try (FaultServer server = FaultServer.start().script(Fault.oneByteEvery(5, "{\"message\":\"done\"}"))) {
            MailgunClient client = client(server);
            CompletableFuture<@Nullable Confirmation> call = call(client).toFuture();
            server.await("the request arrived", () -> server.requests().size() == 1);

            client.close();

            assertThat(Mono.fromFuture(call).block(Duration.ofSeconds(20))).isEqualTo(new Confirmation("done"));
            client.onClose().block(Duration.ofSeconds(20));
        }
    }

    @Test
    void aCallAfterClosingFailsAtOnceAndIsNotRepeated() {
        try (FaultServer server = FaultServer.start()) {
            MailgunClient client = client(server);
            client.close();

            assertThat(call(client)
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just)
                            .block(Duration.ofSeconds(5)))
                    .isInstanceOfSatisfying(NoResponseException.class, error -> {
                        assertThat(error.reason()).isEqualTo(NoResponseException.Reason.CLOSED);
                        assertThat(error.requestSent()).isFalse();
                    });
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        try (FaultServer server = FaultServer.start().script(Fault.answer(200, "{\"message\":\"done\"}"))) {
            MailgunClient client = client(server);
            call(client).block(Duration.ofSeconds(20));

            client.close();
            client.close();
            client.onClose().block(Duration.ofSeconds(20));
            client.close();
            client.onClose().block(Duration.ofSeconds(20));

            server.awaitOpenConnections(0);
        }
    }

    private static MailgunClient client(FaultServer server) {
        return MailgunClient.builder("key").region(server.region()).build();
    }

    private static Mono<Confirmation> call(MailgunClient client) {
        return client.send(Method.GET.path("/v1/keys").asJson(Confirmation.class));
    }
}
