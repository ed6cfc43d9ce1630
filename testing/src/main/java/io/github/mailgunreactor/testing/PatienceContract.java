package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody.Bytes;
import io.github.mailgunreactor.core.transport.TransportBody.FileContent;
import io.github.mailgunreactor.core.transport.TransportBody.Segment;
import io.github.mailgunreactor.core.transport.TransportBody.Stream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How long a server may take to read a request's body, and a publisher to give it, and who is told to have been silent. */
public abstract class PatienceContract extends TransportContract {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private NoResponseException stalls(Reason reason, Segment segment) {
        Transport transport =
                transport(TransportSettings.ROOMY.responseTimeout(SHORT).connections(1, 10));
        NoResponseException failure = noResponse(reason, true, transport, post(body(segment)));
        server.script(Fault.answer(200, "next"));
        assertThat(answer(transport, get()).body()).isEqualTo("next");
        return failure;
    }

    @Test
    void givesUpOnAServerThatTakesNoMoreBytes() {
        server.script(Fault.freezeBeforeBody());
        stalls(Reason.TIMED_OUT, new Bytes(new byte[MORE_THAN_SOCKETS_HOLD]));
    }

    @Test
    void givesUpOnAServerThatTakesNoMoreOfAFile() throws IOException {
        server.script(Fault.freezeBeforeBody());
        stalls(Reason.TIMED_OUT, new FileContent(largeFile(directory), MORE_THAN_SOCKETS_HOLD));
    }

    @Test
    void givesUpOnAServerThatTakesNoMoreOfAStream() {
        server.script(Fault.freezeBeforeBody());
        Flux<ByteBuffer> endless = Flux.generate(sink -> sink.next(ByteBuffer.wrap(new byte[PIECE])));
        stalls(Reason.TIMED_OUT, new Stream(endless, -1));
    }

    @Test
    void isPatientWithAServerThatTakesABodyLittleByLittle() {
        int reads = 8;
        Duration pause = Duration.ofMillis(400);
        server.script(connection -> {
            connection.readHead();
            for (int i = 0; i < reads; i++) {
                connection.pause(pause.toMillis()).read(MORE_THAN_SOCKETS_HOLD / reads);
            }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(pause.multipliedBy(reads / 2)));
        assertThat(answer(transport, post(body(new Bytes(new byte[MORE_THAN_SOCKETS_HOLD]))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isPatientWithAServerThatAnswersLittleByLittle() {
        long pause = 600;
        server.script(connection -> {
            connection.readRequest();
            connection.pause(pause).write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            connection.pause(pause).write("{");
            connection.pause(pause).write("}");
        });
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(Duration.ofSeconds(1)));
        assertThat(answer(transport, get()).body()).isEqualTo("{}");
    }

    @Test
    void givesUpOnAPublisherThatNeverBegins() {
        stalls(Reason.BODY_FAILED, new Stream(subscriber -> {}, 100));
    }

    @Test
    void givesUpOnAServerThatIsSilentAfterAPublisherWasSlowToEnd() {
        server.script(Fault.stallBeforeHeaders());
        Flux<ByteBuffer> slow =
                pieces(new byte[9]).concatWith(Mono.delay(SHORT.dividedBy(3)).then(Mono.empty()));
        stalls(Reason.TIMED_OUT, new Stream(slow, -1));
    }

    @Test
    void givesUpOnAPublisherThatStaysSilent() {
        NoResponseException failure =
                stalls(Reason.BODY_FAILED, new Stream(pieces(new byte[9]).concatWith(Flux.never()), 100));
        assertThat(failure).hasRootCauseMessage("the publisher of the body has emitted nothing for " + SHORT);
    }

    @Test
    void isPatientWithAPublisherThatEmitsNowAndThen() {
        Transport transport = transport(TransportSettings.ROOMY.responseTimeout(SHORT));
        Flux<ByteBuffer> slow = pieces(new byte[6 * PIECE]).delayElements(SHORT.dividedBy(2));
        assertThat(answer(transport, post(body(new Stream(slow, -1)))).status()).isEqualTo(200);
    }

    @Test
    void servesOthersWhileAPublisherEmitsEmptyBuffersWithoutEnd() {
        Transport transport = transport(
                TransportSettings.ROOMY.responseTimeout(Duration.ofSeconds(1)).connections(8, 100));
        Flux<ByteBuffer> empty = Flux.generate(sink -> sink.next(ByteBuffer.allocate(0)));
        var endless = transport
                .exchange(post(body(new Stream(empty, -1))), ANSWER)
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .toFuture();
        for (int i = 0; i < 20; i++) {
            assertThat(answer(transport, get()).status()).isEqualTo(200);
        }
        assertThat(endless.orTimeout(20, TimeUnit.SECONDS).join())
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.BODY_FAILED));
    }

    @Test
    void servesOthersWhileAPublisherEmitsOnTheSpotWithoutEnd() {
        Transport transport = transport(TransportSettings.ROOMY.connections(8, 100));
        Flux<ByteBuffer> single = Flux.generate(sink -> sink.next(ByteBuffer.allocate(1)));
        Disposable endless =
                transport.exchange(post(body(new Stream(single, -1))), ANSWER).subscribe();
        for (int i = 0; i < 20; i++) {
            assertThat(answer(transport, get()).status()).isEqualTo(200);
        }
        endless.dispose();
    }
}
