package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is signalled when a server, or a reader, misbehaves. */
public abstract class FailureContract extends TransportContract {
    private static final Duration SHORT = Duration.ofMillis(150);

    @Test
    void saysThatAConnectionWasRefused() {
        try (FaultServer refusing = FaultServer.refusing()) {
            noResponse(Reason.CONNECT_FAILED, false, transport(), getOf(refusing.region()));
        }
    }

    @Test
    void saysThatAConnectionTookTooLong() {
        try (FaultServer unreachable = FaultServer.unreachable()) {
            Transport transport = transport(TransportSettings.ROOMY.connectTimeout(SHORT));
            noResponse(Reason.CONNECT_FAILED, false, transport, getOf(unreachable.region()));
        }
    }

    @Test
    void saysThatAHostHasNoAddress() {
        noResponse(Reason.HOST_NOT_FOUND, false, transport(), getOf(Region.at("http://no-such-host.invalid")));
    }

    private static TransportRequest getOf(Region region) {
        return request(region, Method.GET, TARGET, TransportBody.NONE, null);
    }

    static Stream<Named<Fault>> lostConnections() {
        return Stream.of(
                Named.of("close before headers", Fault.closeBeforeHeaders()),
                Named.of("reset before headers", Fault.resetBeforeHeaders()),
                Named.of("reset in headers", Fault.resetInHeaders()),
                Named.of("reset in body", Fault.resetInBody()),
                Named.of("short body", Fault.shortBody()),
                Named.of("truncated chunk", Fault.truncatedChunk()));
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void saysThatTheConnectionWasLostAndSendsNothingTwice(Fault fault) {
        server.script(fault, Fault.answer(200, "next"));
        Transport transport = transport();
        noResponse(Reason.CONNECTION_LOST, true, transport, get());
        assertThat(server.requests()).hasSize(1);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @Test
    void givesUpOnAServerThatClosesWhatItAccepts() {
        server.script(Fault.acceptAndClose());
        NoResponseException failure = failure(NoResponseException.class, transport(), get());
        assertThat(failure.reason()).isIn(Reason.CONNECTION_LOST, Reason.CONNECT_FAILED, Reason.TLS_FAILED);
    }

    static Stream<Named<Fault>> brokenAnswers() {
        return Stream.of(
                Named.of("no HTTP", Fault.notHttp()),
                Named.of("endless headers", Fault.endlessHeaders()),
                Named.of("broken chunk size", Fault.brokenChunkSize()),
                Named.of("invalid gzip", Fault.invalidGzip()));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void saysThatAnAnswerIsBrokenWithoutRepeatingIt(Fault fault) {
        server.script(fault, Fault.answer(200, "next"));
        Transport transport = transport();
        failure(UnreadableResponseException.class, transport, get());
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @Test
    void namesNoStatusWhereTheHeadCouldNotBeRead() {
        server.script(Fault.notHttp());
        UnreadableResponseException failure = failure(UnreadableResponseException.class, transport(), get());
        assertThat(failure.status()).isZero();
        assertThat(failure).hasMessageContaining(": the response cannot be used: ");
    }

    @Test
    void givesNoAnswerToARequestItDoesNotBelongTo() {
        server.script(Fault.longBody(), Fault.answer(200, "own"));
        Transport transport = transport();
        assertThat(answer(transport, get()).body()).isEqualTo("{}");
        assertThat(answer(transport, get()).body()).isEqualTo("own");
    }

    @Test
    void usesNoConnectionThatTheServerHasClosed() {
        server.script(Fault.answerAndClose("first"), Fault.answer(200, "second"));
        Transport transport = transport();
        assertThat(answer(transport, get()).body()).isEqualTo("first");
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("second");
    }

    @Test
    void losesARequestSentOnAConnectionThatIsJustBeingClosed() {
        server.script(Fault.answer(200, "first"), Fault.resetBeforeHeaders(), Fault.answer(200, "third"));
        Transport transport = transport();
        answer(transport, get());
        noResponse(Reason.CONNECTION_LOST, true, transport, post(TransportBody.NONE));
        assertThat(server.requests()).hasSize(2);
        assertThat(answer(transport, get()).body()).isEqualTo("third");
    }

    static Stream<Named<Fault>> stalls() {
        return Stream.of(
                Named.of("before headers", Fault.stallBeforeHeaders()), Named.of("in the body", Fault.stallInBody()));
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void givesUpOnASilentServer(Fault fault) {
        server.script(fault, Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(SHORT));
        noResponse(Reason.TIMED_OUT, true, transport, get());
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void givesUpWhenTheCallsTimeIsOver(Fault fault) {
        server.script(fault);
        noResponse(Reason.TIMED_OUT, true, transport(), get(SHORT));
        server.awaitOpenConnections(0);
    }

    @Test
    void givesUpOnASlowAnswerWhenTheCallsTimeIsOver() {
        server.script(Fault.oneByteEvery(20, "x".repeat(10_000)));
        noResponse(Reason.TIMED_OUT, true, transport(), get(SHORT.multipliedBy(2)));
        server.awaitOpenConnections(0);
    }

    @Test
    void countsTheWaitForAConnectionAsTimeOfTheCall() {
        server.script(Fault.stallBeforeHeaders());
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 10));
        var first = transport.exchange(get(), ANSWER).subscribe();
        server.awaitRequests(1);
        noResponse(Reason.TIMED_OUT, false, transport, get(SHORT));
        first.dispose();
    }

    @Test
    void passesOnWhatTheReaderSignals() {
        UnreadableResponseException cause = new UnreadableResponseException(get().operationName(), 200, "not for me");
        UnreadableResponseException failure = failure(
                UnreadableResponseException.class, get(), transport().exchange(get(), (head, body, offset, length) -> {
                    throw cause;
                }));
        assertThat(failure).hasMessage(cause.getMessage());
    }

    @Test
    void doesNotRepeatWhatAReaderSaysAboutContent() {
        server.script(Fault.answer(200, "secret"));
        Mono<Object> call = transport().exchange(get(), (head, body, offset, length) -> {
            throw new IllegalStateException(new String(body, offset, length, java.nio.charset.StandardCharsets.UTF_8));
        });
        assertThat(failure(UnreadableResponseException.class, get(), call).status())
                .isEqualTo(200);
    }

    @Test
    void passesOnAnErrorOfTheClassPathAsItIs() {
        NoSuchMethodError broken = new NoSuchMethodError("a class path that does not fit");
        Mono<Object> call = transport().exchange(get(), (head, body, offset, length) -> {
            throw broken;
        });
        StepVerifier.create(call)
                .verifyErrorSatisfies(failure -> assertThat(failure).isSameAs(broken));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v3/domains",
                "//evil.example/x",
                "evil.example:/x",
                "http://evil.example/",
                "/a b",
                "/a#b",
                "/ä",
                "/a\r\nX: y"
            })
    void refusesATargetThatIsNoPathAndQuery(String target) {
        Transport transport = transport();
        TransportRequest request = request(server.region(), Method.GET, target, TransportBody.NONE, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.exchange(request, ANSWER))
                .withMessage("GET " + TEMPLATE + ": the target must be a path and a query, percent-encoded");
        assertThatIllegalArgumentException().isThrownBy(() -> stream(transport, request));
        assertThat(server.connections()).isZero();
    }

    static Stream<Named<Fault>> encodingsNobodyAskedFor() {
        return Stream.of(
                Named.of("gzip twice", Fault.answer(200, "Content-Encoding: gzip, gzip\r\n", "x")),
                Named.of(
                        "gzip in two lines",
                        Fault.answer(200, "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", "x")),
                Named.of("another", Fault.answer(200, "Content-Encoding: br\r\n", "x")),
                Named.of(
                        "transfer coding",
                        Fault.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("encodingsNobodyAskedFor")
    void readsNoEncodingItHasNotAskedFor(Fault fault) {
        server.script(fault, Fault.answer(200, "next"));
        Transport transport = transport();
        failure(UnreadableResponseException.class, transport, get());
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    /** Gzip that stops halfway, in a body whose framing is right. */
    private static Fault truncatedGzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        return Fault.answer(200, "Content-Encoding: gzip\r\n", new String(half, StandardCharsets.ISO_8859_1));
    }

    private static String noise() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        return new String(noise, StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesNoCompressedResponseForWholeThatStopsHalfway() {
        server.script(truncatedGzip(noise()), truncatedGzip(noise()), Fault.answer(200, "next"));
        Transport transport = transport();
        failure(UnreadableResponseException.class, transport, get());
        StepVerifier.create(body(transport).ignoreElements()).verifyError(UnreadableResponseException.class);
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @Test
    void endsEveryCallThoughTheSubscriberOfAnotherThrows() {
        server.script(Fault.stallBeforeHeaders());
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 10));
        for (Mono<Answer> call :
                List.of(transport.exchange(get(SHORT), ANSWER), transport.exchange(get(SHORT), ANSWER))) {
            call.subscribe(new CoreSubscriber<>() {
                @Override
                public void onSubscribe(Subscription subscription) {
                    subscription.request(1);
                }

                @Override
                public void onNext(Answer value) {}

                @Override
                public void onError(Throwable failure) {
                    throw new NoSuchMethodError("a class path that does not fit");
                }

                @Override
                public void onComplete() {}
            });
        }
        server.await("they have ended", () -> server.connections() > 0 && server.openConnections() == 0);
        noResponse(Reason.TIMED_OUT, true, transport, get(SHORT));
        transport.close();
        transport.onClose().block(Duration.ofSeconds(10));
    }
}
