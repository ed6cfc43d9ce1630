package io.github.mailgunreactor.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.webhooks.RefusedDelivery.Reason;
import io.github.mailgunreactor.webhooks.WebhookReply.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Files of a form that go to a sink while they arrive, and then no more arrives. */
class BrokenOffFilesTest extends FileSinkTests {
    @Test
    void endWithAnErrorWhereTheBodyBreaksOff() {
        byte[] body = MultipartForm.signed()
                .file("attachment-1", PICTURE)
                .file("attachment-2", new byte[1000])
                .open();
        Flux<ByteBuffer> broken =
                MultipartForm.pieces(body, 100).take(8).concatWith(Flux.error(new IOException("reset by peer")));

        assertThat(receive(receiver(), broken).outcome()).isEqualTo(Outcome.BROKEN_OFF);

        assertThat(sink.givenUp).containsExactly("attachment-2");
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
    }

    @Test
    void areGivenUpWhereTheBodyStops() {
        byte[] body = MultipartForm.signed()
                .file("attachment-1", PICTURE)
                .file("attachment-2", new byte[1000])
                .open();
        Flux<ByteBuffer> stopping = MultipartForm.pieces(body, 100).take(8).concatWith(Flux.never());

        StepVerifier.withVirtualTime(
                        () -> receiver().bodyTimeout(Duration.ofSeconds(5)).receive(MultipartForm.TYPE, null, stopping))
                .thenAwait(Duration.ofSeconds(5))
                .assertNext(reply -> assertThat(reply.outcome()).isEqualTo(Outcome.TIMED_OUT))
                .verifyComplete();

        assertThat(sink.givenUp).containsExactly("attachment-2");
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(told).hasSize(1);
    }

    @Test
    void areGivenUpAndDiscardedWhereTheServerGoesAway() {
        byte[] body = MultipartForm.signed()
                .file("attachment-1", PICTURE)
                .file("attachment-2", new byte[1000])
                .open();
        AtomicInteger cancelled = new AtomicInteger();
        Flux<ByteBuffer> stopping = MultipartForm.pieces(body, 100)
                .take(8)
                .concatWith(Flux.<ByteBuffer>never().doOnCancel(cancelled::incrementAndGet));

        receiver().receive(MultipartForm.TYPE, null, stopping).subscribe().dispose();

        assertThat(cancelled).hasValue(1);
        assertThat(sink.givenUp).containsExactly("attachment-2");
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
    }

    @Test
    void stayWhereTheServerGoesAwayAfterTheHandlerHasThem() {
        ReplayGuard slow = new ReplayGuard() {
            @Override
            public Mono<Claim> claim(String token) {
                return Mono.just(Claim.GRANTED);
            }

            @Override
            public Mono<Void> done(String token) {
                return Mono.never();
            }

            @Override
            public Mono<Void> forget(String token) {
                return Mono.empty();
            }
        };
        MultipartForm form = MultipartForm.signed().file("attachment-1", PICTURE);

        receiver()
                .guard(slow)
                .receive(MultipartForm.TYPE, null, form.pieces(100))
                .subscribe()
                .dispose();

        assertThat(handled).hasSize(1);
        assertThat(sink.discarded).isEmpty();
    }

    @Test
    void areDiscardedWhereTheBodyBreaksOffInAFileThatTheSinkTookInPart() {
        FileSink brief = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return content.take(1).then(Mono.just("place-of-" + file.field()));
            }

            @Override
            public Mono<Void> discard(String place) {
                return sink.discard(place);
            }
        };
        byte[] body =
                MultipartForm.signed().file("attachment-1", new byte[5000]).open();
        Flux<ByteBuffer> broken =
                MultipartForm.pieces(body, 100).take(20).concatWith(Flux.error(new IOException("reset by peer")));

        assertThat(receive(receiver(brief, Mono.empty()), broken).outcome()).isEqualTo(Outcome.BROKEN_OFF);

        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(handled).isEmpty();
    }

    @Test
    void areDiscardedWhereTheFormHasNoEnd() {
        byte[] body = MultipartForm.signed().file("attachment-1", PICTURE).open();

        assertThat(receive(receiver(), MultipartForm.pieces(body, 100)).refusal())
                .isEqualTo(Reason.UNREADABLE);

        assertThat(sink.kept).isEmpty();
        assertThat(handled).isEmpty();
    }
}
