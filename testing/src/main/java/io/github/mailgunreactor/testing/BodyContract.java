package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportBody.Bytes;
import io.github.mailgunreactor.core.transport.TransportBody.FileContent;
import io.github.mailgunreactor.core.transport.TransportBody.Segment;
import io.github.mailgunreactor.core.transport.TransportBody.Stream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Bodies of requests: large ones, streams, and what does not keep its word. */
public abstract class BodyContract extends TransportContract {
    private static final int LARGE = 25 * 1024 * 1024;

    /** What may be on its way: the transport's buffers and those of both sockets, which on Linux grow to 10 MB. */
    private static final long IN_TRANSIT = 16L * 1024 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    private void arrivesWhole(byte[] content, TransportBody body) {
        Transport transport = transport();
        assertThat(answer(transport, post(body)).status()).isEqualTo(200);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ReceivedRequest request = server.request();
        assertThat(request.bodyLength()).isEqualTo(content.length);
        assertThat(request.bodyChecksum()).isEqualTo(checksum.getValue());
        for (int i = 0; i < 3; i++) {
            answer(transport, get());
        }
        assertThat(server.connections()).as("connections are used again").isEqualTo(1);
    }

    @Test
    void sendsLargeBytes() {
        byte[] content = random(LARGE);
        arrivesWhole(content, body(new Bytes(content)));
        assertThat(server.requests().get(0).header("content-length")).containsExactly(String.valueOf(LARGE));
    }

    @Test
    void sendsALargeFile() throws IOException {
        byte[] content = random(LARGE);
        arrivesWhole(content, body(new FileContent(file(content), content.length)));
    }

    @Test
    void sendsALargeStreamOfKnownLength() {
        byte[] content = random(LARGE);
        arrivesWhole(content, body(new Stream(pieces(content), LARGE)));
        assertThat(server.requests().get(0).header("content-length")).containsExactly(String.valueOf(LARGE));
    }

    @Test
    void sendsALargeStreamOfUnknownLengthInChunks() {
        byte[] content = random(LARGE);
        arrivesWhole(content, body(new Stream(pieces(content).publishOn(Schedulers.parallel()), -1)));
        assertThat(server.requests().get(0).header("transfer-encoding")).containsExactly("chunked");
        assertThat(server.requests().get(0).header("content-length")).isEmpty();
    }

    @Test
    void sendsSegmentsInOrder() throws IOException {
        byte[] text = "file".getBytes(StandardCharsets.UTF_8);
        answer(
                transport(),
                post(body(
                        new Bytes("<".getBytes(StandardCharsets.UTF_8)),
                        new FileContent(file(text), text.length),
                        new Bytes(new byte[0]),
                        new Bytes("|".getBytes(StandardCharsets.UTF_8)),
                        new Stream(
                                Flux.just(
                                        ByteBuffer.wrap("a".getBytes(StandardCharsets.UTF_8)), ByteBuffer.allocate(0)),
                                1),
                        new Stream(Flux.empty(), 0),
                        new Bytes(">".getBytes(StandardCharsets.UTF_8)))));
        assertThat(server.request().bodyText()).isEqualTo("<file|a>");
        assertThat(server.request().header("content-length")).containsExactly("8");
    }

    @Test
    void sendsAnEmptyFile() throws IOException {
        answer(transport(), post(body(new FileContent(file(new byte[0]), 0))));
        assertThat(server.request().bodyLength()).isZero();
    }

    @Test
    void demandsOfAStreamNoMoreThanTheServerTakes() {
        server.script(Fault.freezeBeforeBody());
        AtomicLong emitted = new AtomicLong();
        byte[] piece = new byte[PIECE];
        Flux<ByteBuffer> endless = Flux.generate(sink -> {
            emitted.addAndGet(PIECE);
            sink.next(ByteBuffer.wrap(piece));
        });
        Disposable call = transport()
                .exchange(post(body(new Stream(endless, -1))), ANSWER)
                .subscribe();
        assertThat(settled(emitted::get)).isBetween(1L, IN_TRANSIT);
        call.dispose();
    }

    @Test
    void cancelsTheStreamWithTheCall() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicLong subscriptions = new AtomicLong();
        Flux<ByteBuffer> silent = Flux.<ByteBuffer>never()
                .doOnSubscribe(subscription -> subscriptions.incrementAndGet())
                .doOnCancel(() -> cancelled.set(true));
        Disposable call = transport()
                .exchange(post(body(new Stream(silent, 100))), ANSWER)
                .subscribe();
        server.await("the stream is subscribed to", () -> subscriptions.get() == 1);
        call.dispose();
        server.await("the stream is cancelled", cancelled::get);
        server.awaitOpenConnections(0);
    }

    @Test
    void sendsAStreamThatBeginsLater() {
        byte[] content = random(PIECE);
        arrivesWhole(
                content,
                body(new Stream(
                        subscriber -> Schedulers.parallel()
                                .schedule(() -> pieces(content).subscribe(subscriber), 50, TimeUnit.MILLISECONDS),
                        content.length)));
    }

    @Test
    void cancelsAStreamThatBeginsWhenItsCallIsOver() {
        AtomicReference<@Nullable Subscriber<? super ByteBuffer>> late = new AtomicReference<>();
        Disposable call = transport()
                .exchange(post(body(new Stream(late::set, 100))), ANSWER)
                .subscribe();
        server.await("the stream is subscribed to", () -> late.get() != null);
        call.dispose();
        server.awaitOpenConnections(0);
        AtomicBoolean cancelled = new AtomicBoolean();
        Flux.<ByteBuffer>never().doOnCancel(() -> cancelled.set(true)).subscribe(Objects.requireNonNull(late.get()));
        server.await("the stream is cancelled", cancelled::get);
    }

    @Test
    void subscribesToAStreamOncePerAttempt() {
        AtomicLong subscriptions = new AtomicLong();
        Flux<ByteBuffer> stream = pieces(new byte[10]).doOnSubscribe(subscription -> subscriptions.incrementAndGet());
        var call = transport().exchange(post(body(new Stream(stream, 10))), ANSWER);
        assertThat(subscriptions).hasValue(0);
        call.block();
        call.block();
        assertThat(subscriptions).hasValue(2);
    }

    private NoResponseException bodyFails(Transport transport, boolean sent, Segment segment) {
        return noResponse(Reason.BODY_FAILED, sent, transport, post(body(segment)));
    }

    @Test
    void failsOnAStreamThatEmitsLessThanAnnounced() {
        Transport transport = transport();
        bodyFails(transport, true, new Stream(pieces(new byte[99]), 100));
        server.awaitOpenConnections(0);
        answer(transport, get());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void failsOnAStreamThatEmitsThoughItAnnouncedNothing() {
        bodyFails(transport(), true, new Stream(pieces(new byte[1]), 0));
        server.awaitOpenConnections(0);
    }

    @Test
    void failsOnAStreamThatEmitsMoreThanAnnounced() {
        Transport transport = transport();
        bodyFails(transport, true, new Stream(pieces(new byte[101]), 100));
        server.awaitOpenConnections(0);
        answer(transport, get());
        assertThat(server.requests()).hasSize(1);
    }

    /** Does this when it is asked for more, and that when it is cancelled. */
    private static Publisher<ByteBuffer> publisher(Consumer<Subscriber<? super ByteBuffer>> asked, Runnable cancelled) {
        return subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                asked.accept(subscriber);
            }

            @Override
            public void cancel() {
                cancelled.run();
            }
        });
    }

    @Test
    @SuppressWarnings("NullAway") // what Reactive Streams forbids
    void failsOnAStreamThatEmitsNull() {
        bodyFails(transport(), true, new Stream(publisher(subscriber -> subscriber.onNext(null), () -> {}), -1));
        server.awaitOpenConnections(0);
    }

    @Test
    void failsWithTheFailureOfAStream() {
        Transport transport = transport();
        IllegalStateException cause = new IllegalStateException("disk on fire");
        NoResponseException failure =
                bodyFails(transport, true, new Stream(pieces(new byte[9]).concatWith(Flux.error(cause)), -1));
        assertThat(failure).hasCause(cause);
        server.awaitOpenConnections(0);
        answer(transport, get());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sendsNothingOfAFileThatIsNotThere() {
        Transport transport = transport();
        bodyFails(transport, false, new FileContent(directory.resolve("absent"), 10));
        answer(transport, get());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sendsNothingOfAFileThatHasChanged() throws IOException {
        bodyFails(transport(), false, new FileContent(file(new byte[9]), 10));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void sendsWhatWasEmittedThoughItsBufferIsUsedAgain() {
        // What the sockets cannot take waits in the transport, while the publisher goes on.
        server.script(connection -> {
            connection.pause(300).readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        byte[] content = random(LARGE);
        ByteBuffer reused = ByteBuffer.allocateDirect(PIECE);
        Flux<ByteBuffer> source = Flux.generate(() -> 0, (from, sink) -> {
            int count = Math.min(PIECE, content.length - from);
            reused.clear();
            reused.put(content, from, count).flip();
            sink.next(reused);
            if (from + count == content.length) {
                sink.complete();
            }
            return from + count;
        });
        arrivesWhole(content, body(new Stream(source, content.length)));
    }

    @Test
    void failsWithWhatAPublisherThrows() {
        Transport transport = transport();
        LinkageError thrown = new NoSuchMethodError("a class path that does not fit");
        Publisher<ByteBuffer> whenSubscribed = subscriber -> {
            throw thrown;
        };
        Publisher<ByteBuffer> whenAsked = publisher(
                subscriber -> {
                    throw thrown;
                },
                () -> {});
        for (Publisher<ByteBuffer> publisher : List.of(whenSubscribed, whenAsked)) {
            assertThat(bodyFails(transport, true, new Stream(publisher, -1)).getCause())
                    .isSameAs(thrown);
        }
        server.awaitOpenConnections(0);
        answer(transport, get());
    }

    @Test
    void handsWhatAPublisherThrowsWhenItIsCancelledToTheHookOfTheCall() {
        LinkageError thrown = new NoSuchMethodError("a class path that does not fit");
        AtomicBoolean asked = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> dropped = new AtomicReference<>();
        Consumer<Throwable> hook = dropped::set;
        Publisher<ByteBuffer> publisher = publisher(subscriber -> asked.set(true), () -> {
            throw thrown;
        });
        Disposable call = transport()
                .exchange(post(body(new Stream(publisher, -1))), ANSWER)
                .contextWrite(context -> context.put("reactor.onErrorDropped.local", hook))
                .subscribe();
        server.await("the publisher is asked", asked::get);
        call.dispose();
        server.await("the hook is told", () -> dropped.get() != null);
        assertThat(dropped.get()).isSameAs(thrown);
        server.awaitOpenConnections(0);
    }

    private void failsOnAFileThatBecomes(long length) throws IOException {
        Path file = largeFile(directory);
        server.script(connection -> {
            connection.readHead();
            setLength(file, length);
            connection.stall();
        });
        NoResponseException failure = noResponse(
                Reason.BODY_FAILED,
                true,
                transport(),
                post(body(new FileContent(file, MORE_THAN_SOCKETS_HOLD), new Bytes(new byte[] {'.'}))));
        assertThat(failure).rootCause().hasMessageStartingWith("the file has ");
        server.awaitOpenConnections(0);
    }

    @Test
    void failsOnAFileThatShrinksWhileItIsSent() throws IOException {
        failsOnAFileThatBecomes(PIECE);
    }

    @Test
    void failsOnAFileThatGrowsWhileItIsSent() throws IOException {
        failsOnAFileThatBecomes(MORE_THAN_SOCKETS_HOLD + 1);
    }

    @Test
    void sendsNothingOfADirectory() throws IOException {
        bodyFails(transport(), false, new FileContent(directory, Files.size(directory)));
        assertThat(server.requests()).isEmpty();
    }
}
