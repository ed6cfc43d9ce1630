package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Responses that are given before they are whole: the head first, then the body as it is asked for. */
public abstract class StreamContract extends TransportContract {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGE = 25 * 1024 * 1024;

    /** What may be on its way: the transport's buffers and those of both sockets, which on Linux grow to 10 MB. */
    private static final long IN_TRANSIT = 16L * 1024 * 1024;

    /** Collected, not iterated: an iterator has a lock, and BlockHound leaves whoever waits at it waiting for ever. */
    private static @Nullable String text(Flux<ByteBuffer> buffers) {
        return buffers.map(buffer -> StandardCharsets.ISO_8859_1.decode(buffer).toString())
                .collect(Collectors.joining())
                .block(PATIENCE);
    }

    private static void lost(@Nullable Throwable failure, Reason reason) {
        assertThat(failure).isInstanceOfSatisfying(NoResponseException.class, lost -> {
            assertThat(lost.reason()).isEqualTo(reason);
            assertThat(lost.requestSent()).isTrue();
        });
    }

    /** A response whose head has come and whose body has not been subscribed to. */
    private ResponseStream begun(Transport transport) {
        return Objects.requireNonNull(stream(transport, get()).block(PATIENCE));
    }

    @Test
    void givesTheHeadBeforeTheBodyIsThere() {
        server.script(Fault.writeAndStall("HTTP/1.1 206 Partial\r\nContent-Type: a/b\r\nContent-Length: 9\r\n\r\n"));
        ResponseStream response = begun(transport());
        assertThat(response.head().status()).isEqualTo(206);
        assertThat(response.head().header("content-type")).isEqualTo("a/b");
        assertThat(response.head().header("content-length")).isEqualTo("9");
        response.body().subscribe().dispose();
        server.awaitOpenConnections(0);
    }

    @Test
    void givesTheBodyToASubscriberOfAnyThreadAtAnyTime() {
        server.script(Fault.answer(200, "the body"));
        Transport transport = transport();
        ResponseStream response = begun(transport);
        Flux<ByteBuffer> later = response.body().delaySubscription(SHORT).subscribeOn(Schedulers.parallel());
        assertThat(text(later)).isEqualTo("the body");
        answer(transport, get());
        assertThat(server.connections()).as("the connection is used again").isEqualTo(1);
    }

    @Test
    void givesTheBodyThoughTheSubscriptionToTheHeadIsCancelledAfterwards() {
        server.script(Fault.answer(200, "the body"));
        ResponseStream response =
                Objects.requireNonNull(stream(transport(), get()).flux().next().block(PATIENCE));
        assertThat(text(response.body())).isEqualTo("the body");
    }

    @Test
    void givesTheBodyOnce() {
        server.script(Fault.answer(200, "the body"));
        ResponseStream response = begun(transport());
        assertThat(text(response.body())).isEqualTo("the body");
        StepVerifier.create(response.body()).verifyError(IllegalStateException.class);
    }

    @Test
    void givesUpAResponseWhoseBodyNobodySubscribesTo() {
        server.script(Fault.answer(200, "x".repeat(PIECE)));
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(SHORT));
        ResponseStream forgotten = begun(transport);
        server.awaitOpenConnections(0);
        StepVerifier.create(forgotten.body()).verifyErrorSatisfies(failure -> lost(failure, Reason.TIMED_OUT));
    }

    @Test
    void waitsForASubscriberThatDoesNotAsk() throws InterruptedException {
        server.script(Fault.answer(200, "the body"));
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(SHORT));
        StepVerifier.create(begun(transport).body(), 0)
                .thenAwait(SHORT.multipliedBy(3))
                .thenRequest(100)
                .thenConsumeWhile(buffer -> true)
                .verifyComplete();
    }

    @Test
    void givesUpOnASilentServerOnceMoreIsAskedFor() {
        server.script(Fault.stallInBody());
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(SHORT));
        StepVerifier.create(begun(transport).body(), 1)
                .expectNextCount(1)
                .thenAwait(SHORT.multipliedBy(3))
                .thenRequest(1)
                .verifyErrorSatisfies(failure -> lost(failure, Reason.TIMED_OUT));
    }

    @Test
    void boundsHeadAndBodyTogetherByTheCallsTime() {
        server.script(Fault.oneByteEvery(20, "x".repeat(10_000)));
        ResponseStream response = Objects.requireNonNull(
                stream(transport(), get(Duration.ofSeconds(2))).block(PATIENCE));
        StepVerifier.create(response.body().ignoreElements())
                .verifyErrorSatisfies(failure -> lost(failure, Reason.TIMED_OUT));
        server.awaitOpenConnections(0);
    }

    @Test
    void closesTheConnectionOfAHeadThatIsCancelled() {
        server.script(Fault.stallBeforeHeaders(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        var call = stream(transport, get()).subscribe();
        server.awaitRequests(1);
        call.dispose();
        server.awaitOpenConnections(0);
        assertThat(text(body(transport))).isEqualTo("next");
    }

    @Test
    void survivesCancellationWhileTheHeadArrives() {
        Transport transport =
                transport(TransportSettings.ROOMY.connections(2, 100).responseTimeout(SHORT));
        server.script(Fault.answer(200, "x".repeat(PIECE)));
        for (int i = 0; i < 100; i++) {
            var call = stream(transport, get()).subscribe();
            long until = System.nanoTime() + i * 10_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            call.dispose();
        }
        server.await("two connections are left at most", () -> server.openConnections() <= 2);
        Flux<Integer> sizes =
                Flux.range(0, 20).flatMap(i -> body(transport).reduce(0, (sum, more) -> sum + more.remaining()));
        assertThat(sizes.collectList().blockOptional(PATIENCE).orElseThrow())
                .as("both connections of the pool are there")
                .hasSize(20)
                .containsOnly(PIECE);
    }

    /** Throws what Reactor lets pass, when it is told of its subscription or of the first value. */
    private static <T> BaseSubscriber<T> throwing(boolean atOnce) {
        return new BaseSubscriber<>() {
            private final LinkageError thrown = new NoSuchMethodError("a class path that does not fit");

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                if (atOnce) {
                    throw thrown;
                }
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(T value) {
                throw thrown;
            }
        };
    }

    @Test
    void closesTheConnectionOfAHeadWhoseSubscriberThrows() {
        server.script(Fault.stallInBody(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        stream(transport, get()).subscribe(throwing(false));
        server.awaitOpenConnections(0);
        assertThat(text(body(transport))).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheConnectionOfABodyWhoseSubscriberThrows(boolean atOnce) {
        server.script(Fault.stallInBody(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        begun(transport).body().subscribe(throwing(atOnce));
        server.awaitOpenConnections(0);
        assertThat(text(body(transport))).isEqualTo("next");
    }

    @Test
    void cutsABodyThatNobodyReadsWhenItCloses() {
        server.script(Fault.answer(200, "x".repeat(PIECE)));
        Transport transport = transport(TransportSettings.ROOMY.gracePeriod(SHORT));
        ResponseStream forgotten = begun(transport);
        transport.close();
        transport.onClose().block(PATIENCE);
        server.awaitOpenConnections(0);
        StepVerifier.create(forgotten.body()).verifyErrorSatisfies(failure -> lost(failure, Reason.CLOSED));
    }

    @Test
    void passesALargeAnswerOnAsItComes() {
        server.script(Fault.answer(200, "x".repeat(LARGE)));
        Transport transport = transport(TransportSettings.ROOMY.maxResponseBytes(100_000));
        Long total =
                body(transport).map(ByteBuffer::remaining).reduce(0L, Long::sum).block();
        assertThat(total).isEqualTo(LARGE);
        answer(transport(), get());
    }

    @Test
    void readsNoFurtherThanDemanded() {
        AtomicLong written = new AtomicLong();
        server.script(Fault.write("HTTP/1.1 200 OK\r\n\r\n").then(connection -> {
            while (true) {
                connection.write(new byte[PIECE]);
                written.addAndGet(PIECE);
            }
        }));
        StepVerifier.create(body(transport()), 1)
                .expectNextCount(1)
                .then(() -> assertThat(settled(written::get)).isBetween(1L, IN_TRANSIT))
                .thenRequest(3)
                .expectNextCount(3)
                .thenCancel()
                .verify();
        server.awaitOpenConnections(0);
    }

    @Test
    void readsNoFurtherThanTheHeadBeforeTheBodyIsSubscribedTo() {
        AtomicLong written = new AtomicLong();
        server.script(Fault.write("HTTP/1.1 200 OK\r\n\r\n").then(connection -> {
            while (true) {
                connection.write(new byte[PIECE]);
                written.addAndGet(PIECE);
            }
        }));
        ResponseStream response = begun(transport());
        assertThat(settled(written::get)).isBetween(1L, IN_TRANSIT);
        StepVerifier.create(response.body(), 1).expectNextCount(1).thenCancel().verify();
        server.awaitOpenConnections(0);
    }

    @Test
    void turnsAnErrorStatusIntoAFailureBeforeAnyHead() {
        server.script(Fault.answer(404, "no such message"));
        Mono<ResponseStream> call = transport().stream(
                get(),
                (head, body, offset, length) -> new IllegalStateException(
                        head.status() + " " + new String(body, offset, length, StandardCharsets.UTF_8)));
        StepVerifier.create(call).verifyErrorMessage("404 no such message");
    }

    @Test
    void completesABodyWithoutContent() {
        server.script(Fault.write("HTTP/1.1 204 No Content\r\n\r\n"));
        Transport transport = transport();
        ResponseStream response = begun(transport);
        assertThat(response.head().status()).isEqualTo(204);
        StepVerifier.create(response.body()).verifyComplete();
        answer(transport, get());
        assertThat(server.connections()).as("the connection is used again").isEqualTo(1);
    }

    @Test
    void failsABodyThatIsCutShort() {
        server.script(Fault.shortBody());
        StepVerifier.create(begun(transport()).body())
                .expectNextCount(1)
                .verifyErrorSatisfies(failure -> lost(failure, Reason.CONNECTION_LOST));
    }

    @Test
    void sendsAnewForEachSubscription() {
        Mono<ResponseStream> call = stream(transport(), get());
        for (int i = 0; i < 2; i++) {
            assertThat(text(call.flatMapMany(ResponseStream::body))).isEqualTo("{}");
        }
        assertThat(server.requests()).hasSize(2);
    }
}
