package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultConnection;
import io.github.mailgunreactor.testing.FaultServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Bodies that go from disk or a publisher to the socket piece by piece. */
@Timeout(60)
class FileUploadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int MORE_THAN_SOCKETS_HOLD = 64 << 20;

    private final FaultServer server = FaultServer.start();
    private final NettyTransport transport =
            NettyTransport.builder().responseTimeout(Duration.ofSeconds(2)).build();

    private final List<Subscription> exchanges = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        server.close();
        transport.close();
        transport.onClose().block(PATIENCE);
    }

    private TransportRequest upload(TransportBody.Segment content) {
        return new TransportRequest(
                Method.POST,
                server.region(),
                "/v3/imports",
                "/v3/imports",
                Headers.NONE,
                new TransportBody("text/csv", List.of(content), true),
                null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 100_000, 200_001})
    void aFileOfAnyLengthArrivesWhole(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        Path file = Files.write(directory.resolve("list.csv"), content);
        CRC32 checksum = new CRC32();
        checksum.update(content);

        Exchanges.text(transport, upload(new TransportBody.FileContent(file, length)))
                .block(PATIENCE);

        assertThat(server.request().bodyLength()).isEqualTo(length);
        assertThat(server.request().bodyChecksum()).isEqualTo(checksum.getValue());
    }

    @Test
    void aFileIsClosedWhenItWasSent() throws IOException {
        Path file = file(100_000);

        send(file).block(PATIENCE);

        // At once, for later Java may have closed it by itself: the sender has let go of it.
        assertThat(isOpen(file)).isFalse();
    }

    @Test
    void aFileIsClosedWhenItsCallIsCancelled() throws IOException {
        server.script(Fault.freezeBeforeBody());
        Path file = file(MORE_THAN_SOCKETS_HOLD);
        Disposable call = send(file).subscribe();
        server.await("the file is open", () -> isOpen(file));

        call.dispose();

        awaitClosed(file);
    }

    /** What a server does before it has got all of a file. */
    static Stream<Arguments> refusals() {
        Fault answers = connection -> connection
                .write("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}")
                .close();
        return Stream.of(
                Arguments.of("takes no more", (Fault) FaultConnection::freeze),
                Arguments.of("resets the connection", (Fault) FaultConnection::reset),
                Arguments.of("answers and closes", answers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aFileIsClosedWhenItsServer(String wantsNoMore, Fault fault) throws IOException {
        server.script(connection -> {
            connection.readHead();
            fault.happen(connection);
        });
        Path file = file(MORE_THAN_SOCKETS_HOLD);

        send(file).onErrorComplete(NoResponseException.class).block(PATIENCE);

        awaitClosed(file);
    }

    private Path file(long length) throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "only Linux shows which files are open");
        Path path = directory.resolve("list.csv");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        return path;
    }

    /** Keeps the exchange, and with it a file that it leaves open: Java closes one that nobody knows any more. */
    private Mono<String> send(Path file) throws IOException {
        return Exchanges.text(transport, upload(new TransportBody.FileContent(file, Files.size(file))))
                .doOnSubscribe(exchanges::add);
    }

    private void awaitClosed(Path file) {
        server.await("the file is closed", () -> !isOpen(file));
    }

    private static boolean isOpen(Path file) {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.anyMatch(descriptor -> leadsTo(descriptor, file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void aPublisherThatNeverEmitsIsToldFromAServerThatIsSilent() {
        StepVerifier.create(Exchanges.text(transport, upload(new TransportBody.Stream(Flux.never(), 10))))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                NoResponseException.class,
                                silent ->
                                        assertThat(silent.reason()).isEqualTo(NoResponseException.Reason.BODY_FAILED)));
    }
}
