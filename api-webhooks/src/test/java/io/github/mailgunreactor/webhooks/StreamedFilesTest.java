package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.KEY;
import static io.github.mailgunreactor.webhooks.Deliveries.TIMESTAMP;
import static io.github.mailgunreactor.webhooks.Deliveries.TOKEN;
import static io.github.mailgunreactor.webhooks.Deliveries.hmac;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.webhooks.RefusedDelivery.Reason;
import io.github.mailgunreactor.webhooks.WebhookReply.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

/** Files of a form go to a sink while they arrive; what comes of them is decided by what the whole form turns out to be. */
class StreamedFilesTest extends FileSinkTests {
    @Test
    void goToTheSinkAndTheHandlerIsToldWhereTheyAre() {
        MultipartForm form = MultipartForm.signed()
                .field("recipient", "shop@example.com")
                .field("body-plain", "Hi")
                .file("attachment-1", PICTURE)
                .file("attachment-2", new byte[0]);

        assertThat(receive(receiver(), form.pieces(7)).outcome()).isEqualTo(Outcome.HANDLED);

        assertThat(sink.begun)
                .containsExactly(
                        new IncomingFile("attachment-1", "attachment-1.bin", "image/png"),
                        new IncomingFile("attachment-2", "attachment-2.bin", "image/png"));
        assertThat(sink.kept.get("attachment-1")).isEqualTo(PICTURE);
        assertThat(sink.kept.get("attachment-2")).isEmpty();
        assertThat(sink.discarded).isEmpty();
        InboundMessage message = Objects.requireNonNull(handled.get(0).inboundMessage());
        assertThat(message.bodyPlain()).isEqualTo("Hi");
        assertThat(message.attachments())
                .extracting(ReceivedFile::place)
                .containsExactly("place-of-attachment-1", "place-of-attachment-2");
        assertThat(message.attachments()).extracting(ReceivedFile::size).containsExactly((long) PICTURE.length, 0L);
        assertThatThrownBy(() -> message.attachments().get(0).content()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void areVerifiedWhereTheSignatureComesAfterThem() {
        MultipartForm form = new MultipartForm().file("attachment-1", PICTURE).signature(hmac(KEY, TIMESTAMP + TOKEN));

        assertThat(receive(receiver(), form.pieces(100)).outcome()).isEqualTo(Outcome.HANDLED);

        assertThat(sink.kept).containsOnlyKeys("attachment-1");
    }

    @Test
    void areDiscardedWhereTheSignatureAfterThemIsWrong() {
        MultipartForm form = new MultipartForm()
                .file("attachment-1", PICTURE)
                .file("attachment-2", PICTURE)
                .signature(hmac("another key", TIMESTAMP + TOKEN));

        assertThat(receive(receiver(), form.pieces(100)).refusal()).isEqualTo(Reason.WRONG_SIGNATURE);

        assertThat(sink.discarded).containsExactly("place-of-attachment-1", "place-of-attachment-2");
        assertThat(handled).isEmpty();
    }

    @Test
    void areDiscardedWhereNoSignatureComes() {
        assertThat(receive(
                                receiver(),
                                new MultipartForm()
                                        .file("attachment-1", PICTURE)
                                        .pieces(100))
                        .refusal())
                .isEqualTo(Reason.UNSIGNED);

        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
    }

    @Test
    void areDiscardedWhereASecondSignatureComesAfterThem() {
        MultipartForm form =
                MultipartForm.signed().file("attachment-1", PICTURE).field("signature", "00");

        assertThat(receive(receiver(), form.pieces(100)).refusal()).isEqualTo(Reason.UNSIGNED);

        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(handled).isEmpty();
    }

    @Test
    void doNotReachTheSinkWhereTheSignatureBeforeThemIsWrong() {
        AtomicInteger pieces = new AtomicInteger();
        MultipartForm form = MultipartForm.forged().file("attachment-1", new byte[100_000]);

        assertThat(receive(receiver(), form.pieces(100).doOnNext(piece -> pieces.incrementAndGet()))
                        .refusal())
                .isEqualTo(Reason.WRONG_SIGNATURE);

        assertThat(sink.begun).isEmpty();
        assertThat(pieces.get()).isLessThan(20);
    }

    @Test
    void areDiscardedWhereTheHandlerFailsAndTakenWhenTheyComeAgain() {
        AtomicInteger calls = new AtomicInteger();
        WebhookReceiver receiver = receiver(
                sink,
                Mono.defer(() -> calls.incrementAndGet() == 1 ? Mono.error(new IOException("full")) : Mono.empty()));
        MultipartForm form = MultipartForm.signed().file("attachment-1", PICTURE);

        assertThat(receive(receiver, form.pieces(100)).status()).isEqualTo(500);
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(receive(receiver, form.pieces(100)).status()).isEqualTo(200);
        assertThat(sink.kept).containsOnlyKeys("attachment-1");
    }

    @Test
    void ofARepetitionAreDiscarded() {
        WebhookReceiver receiver = receiver();
        MultipartForm form = MultipartForm.signed().file("attachment-1", PICTURE);
        receive(receiver, form.pieces(100));

        assertThat(receive(receiver, form.pieces(100)).outcome()).isEqualTo(Outcome.REPEATED);

        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(handled).hasSize(1);
    }

    @Test
    void areGivenUpBeyondTheBound() {
        MultipartForm form =
                MultipartForm.signed().file("attachment-1", PICTURE).file("attachment-2", new byte[2 << 20]);

        assertThat(receive(receiver(), form.pieces(8192)).refusal()).isEqualTo(Reason.TOO_LARGE);

        assertThat(sink.givenUp).containsExactly("attachment-2");
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
    }

    @Test
    void mayBeManyTimesLargerThanFields() {
        WebhookReceiver small = WebhookReceiver.of(verifier().maxBytes(4096), delivery -> Mono.empty())
                .files(sink, 1 << 20)
                .listener(told::add);

        assertThat(receive(
                                small,
                                MultipartForm.signed()
                                        .file("attachment-1", new byte[500_000])
                                        .pieces(8192))
                        .outcome())
                .isEqualTo(Outcome.HANDLED);
        assertThat(receive(
                                small,
                                MultipartForm.signed()
                                        .field("body-plain", "x".repeat(5000))
                                        .pieces(8192))
                        .refusal())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void areDiscardedWhereTheSinkFailsAtALaterOne() {
        FileSink failing = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return file.field().equals("attachment-2")
                        ? Mono.error(new IllegalArgumentException("the disk is full"))
                        : super.write(file, content);
            }

            @Override
            public Mono<Void> discard(String place) {
                return sink.discard(place);
            }
        };
        MultipartForm form =
                MultipartForm.signed().file("attachment-1", PICTURE).file("attachment-2", PICTURE);

        WebhookReply reply = receive(receiver(failing, Mono.empty()), form.pieces(50));

        assertThat(reply.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(reply.failure()).hasMessage("the disk is full");
        assertThat(sink.discarded).containsExactly("place-of-attachment-1");
        assertThat(handled).isEmpty();
    }

    @Test
    void thatTheSinkDoesNotWantAreNotThere() {
        FileSink choosy = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return file.field().equals("attachment-1") ? Mono.empty() : sink.write(file, content);
            }
        };
        MultipartForm form =
                MultipartForm.signed().file("attachment-1", new byte[5000]).file("attachment-2", PICTURE);

        receive(receiver(choosy, Mono.empty()), form.pieces(50));

        assertThat(handled.get(0).files()).extracting(ReceivedFile::field).containsExactly("attachment-2");
        assertThat(sink.kept.get("attachment-2")).isEqualTo(PICTURE);
    }

    @Test
    void mayBeTakenInPart() {
        FileSink brief = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return content.take(1).then(Mono.just("the beginning of " + file.field()));
            }
        };
        MultipartForm form =
                MultipartForm.signed().file("attachment-1", new byte[5000]).file("attachment-2", new byte[5000]);

        receive(receiver(brief, Mono.empty()), form.pieces(50));

        assertThat(handled.get(0).files())
                .extracting(ReceivedFile::place)
                .containsExactly("the beginning of attachment-1", "the beginning of attachment-2");
    }

    @Test
    void areAskedForNoFasterThanTheSinkAsks() {
        AtomicLong asked = new AtomicLong();
        TestPublisher<String> done = TestPublisher.create();
        FileSink slow = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return content.limitRate(1).concatMap(piece -> Mono.never(), 1).then(done.mono());
            }
        };
        MultipartForm form = MultipartForm.signed().file("attachment-1", new byte[500_000]);

        var waiting = receiver(slow, Mono.empty())
                .receive(MultipartForm.TYPE, null, form.pieces(100).doOnNext(piece -> asked.incrementAndGet()))
                .subscribe();

        long held = asked.get() - MultipartForm.signed().open().length / 100;
        assertThat(held).isBetween(1L, 12L);
        waiting.dispose();
    }

    @Test
    void thatCannotBeDiscardedChangeNoReply() {
        FileSink stubborn = new RecordingSink() {
            @Override
            public Mono<Void> discard(String place) {
                return Mono.error(new IOException("the disk is gone"));
            }
        };
        MultipartForm form = new MultipartForm().file("attachment-1", PICTURE);

        assertThat(receive(receiver(stubborn, Mono.empty()), form.pieces(100)).status())
                .isEqualTo(406);
    }

    @Test
    void mayBeWrittenByOtherThreads() {
        FileSink hopping = new RecordingSink() {
            @Override
            public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
                return sink.write(file, content.publishOn(Schedulers.parallel(), 2));
            }
        };
        MultipartForm form = MultipartForm.signed();
        for (int i = 0; i < 50; i++) {
            form.file("attachment-" + i, PICTURE);
        }

        assertThat(receive(receiver(hopping, Mono.empty()), form.pieces(60)).outcome())
                .isEqualTo(Outcome.HANDLED);

        assertThat(sink.kept)
                .hasSize(50)
                .allSatisfy((field, content) -> assertThat(content).isEqualTo(PICTURE));
    }
}
