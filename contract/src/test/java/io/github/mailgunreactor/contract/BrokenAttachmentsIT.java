package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.MimeMail;
import io.github.mailgunreactor.messages.SendOutcome;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A file that is not what it was, or that ends in an error, is not sent; and nobody gets a part of it for the whole. */
class BrokenAttachmentsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** More than the sockets hold, which on Linux grow to 10 MB, and less than a message may have. */
    private static final int LARGE = 24 * 1024 * 1024;

    private final Simulator simulator = Simulator.start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @BeforeEach
    void addDomain() {
        simulator.domains().add("example.com");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aFileThatIsGoneIsNotSent() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "all of it");

        NoResponseException failure = failure(messages -> {
            Mono<SentMessage> send = messages.send("example.com", message(Part.file(file)));
            return Mono.fromCallable(() -> Files.deleteIfExists(file)).then(send);
        });

        assertThat(failure.requestSent()).isFalse();
        assertThat(SendOutcome.of(failure)).isEqualTo(SendOutcome.NOT_SENT);
    }

    @Test
    void aFileThatGrowsBeforeItsTurnIsNotSent() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "all of it");
        Part before = Part.once("before.txt", Flux.defer(() -> Flux.just(written(file, "all of it, and more"))));

        failure(messages -> messages.send("example.com", message(before).attachment(Part.file(file))));
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGE + 1, 1024})
    void aFileThatGrowsOrShrinksWhileItIsSentIsNotWhole(long lengthMeanwhile) throws Exception {
        Path file = folder.resolve("large.bin");
        resize(file, LARGE);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MailgunClient mailgun = client("http://127.0.0.1:" + server.getLocalPort())) {
            CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> endOfBody(server, () -> {
                resize(file, lengthMeanwhile);
            }));

            StepVerifier.create(new MessagesApi(mailgun).send("example.com", message(Part.file(file))))
                    .expectErrorSatisfies(BrokenAttachmentsIT::bodyFailed)
                    .verify(SOON);

            assertThat(end.get(20, TimeUnit.SECONDS)).doesNotEndWith("--\r\n");
        }
    }

    @Test
    void aPublisherThatFailsInTheMiddleSendsNothing() {
        Flux<ByteBuffer> broken = Flux.range(0, 20)
                .map(piece -> ByteBuffer.wrap(new byte[50_000]))
                .concatWith(Flux.error(new IllegalStateException("disk on fire")));

        assertThat(failure(messages -> messages.send("example.com", message(Part.publisher("a.bin", () -> broken)))))
                .hasRootCauseMessage("disk on fire");
        assertThat(failure(messages -> messages.sendMime(
                        "example.com", MimeMail.of(Part.once("a.eml", broken)).to("bob@example.org"))))
                .hasRootCauseMessage("disk on fire");
    }

    @Test
    void aPublisherThatEndsBeforeTheLengthItWasGivenSendsNothing() {
        Part shorter =
                Part.once("a.bin", Flux.just(ByteBuffer.wrap(new byte[9]))).length(10);

        failure(messages -> messages.send("example.com", message(shorter)));
    }

    private NoResponseException failure(Function<MessagesApi, Mono<SentMessage>> send) {
        NoResponseException[] failure = new NoResponseException[1];
        try (MailgunClient mailgun = client(simulator.baseUrl())) {
            StepVerifier.create(send.apply(new MessagesApi(mailgun)))
                    .expectErrorSatisfies(error -> failure[0] = bodyFailed(error))
                    .verify(SOON);
        }
        assertThat(simulator.mailbox().all()).isEmpty();
        return failure[0];
    }

    private static NoResponseException bodyFailed(Throwable error) {
        assertThat(error).isInstanceOf(NoResponseException.class);
        NoResponseException failure = (NoResponseException) error;
        assertThat(failure.reason()).isEqualTo(NoResponseException.Reason.BODY_FAILED);
        return failure;
    }

    private MailgunClient client(String baseUrl) {
        return MailgunClient.builder(simulator.key()).region(Region.at(baseUrl)).build();
    }

    private static Message message(Part file) {
        return Message.of("ada@example.com").to("bob@example.org").text("x").attachment(file);
    }

    private static ByteBuffer written(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void resize(Path file, long length) {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Takes a request, does something in the middle of it, and tells how it ended when the connection is closed. */
    private static String endOfBody(ServerSocket server, Runnable inTheMiddle) {
        try (Socket connection = server.accept()) {
            connection.setSoTimeout((int) SOON.toMillis());
            InputStream in = connection.getInputStream();
            in.readNBytes(1024 * 1024);
            inTheMiddle.run();
            StringBuilder end = new StringBuilder();
            byte[] piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                end.append(new String(piece, Math.max(0, read - 64), Math.min(read, 64), StandardCharsets.ISO_8859_1));
                end.delete(0, Math.max(0, end.length() - 64));
            }
            return end.toString();
        } catch (SocketException reset) {
            return "reset";
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
