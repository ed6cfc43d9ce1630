package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.delivered;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.webhooks.WebhookReply.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class WebhookReceiverTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void answersExactly200WhenTheHandlerIsDone() {
        WebhookReply reply = receive(handledBy(Mono.empty()), delivered());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.outcome()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void handlesADeliveryOnceAndAnswersItsRepetitionWith200() {
        WebhookReceiver receiver = handledBy(Mono.empty());
        receive(receiver, delivered());

        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(receive(receiver, delivered()).status()).isEqualTo(200);
        assertThat(calls).hasValue(1);
    }

    @Test
    void handlesAgainWhatFailed() {
        WebhookReceiver receiver = handledBy(
                Mono.defer(() -> calls.get() < 3 ? Mono.error(new IllegalStateException("not now")) : Mono.empty()));

        assertThat(receive(receiver, delivered()).status()).isEqualTo(500);
        assertThat(receive(receiver, delivered()).status()).isEqualTo(500);
        assertThat(receive(receiver, delivered()).status()).isEqualTo(200);
        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(calls).hasValue(3);
    }

    @Test
    void handlesAgainWhatMadeTheHandlerThrow() {
        WebhookReceiver receiver = WebhookReceiver.of(verifier(), delivery -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a bug");
        });

        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(calls).hasValue(2);
    }

    @Test
    void answers406WhenTheHandlerRejectsAndDoesNotCallItAgain() {
        WebhookReceiver receiver = handledBy(Mono.error(new RejectedDeliveryException("not ours")));

        assertThat(receive(receiver, delivered()).status()).isEqualTo(406);
        receive(receiver, delivered());
        assertThat(calls).hasValue(1);
    }

    @Test
    void callsNoHandlerForWhatIsNotSigned() {
        WebhookReply reply = receive(handledBy(Mono.empty()), Deliveries.bytes("{}"));

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.refusal()).isEqualTo(RefusedDelivery.Reason.UNSIGNED);
        assertThat(calls).hasValue(0);
    }

    @Test
    void sendsMailgunAwayWhileTheSameDeliveryIsBeingHandled() {
        Sinks.Empty<Void> handling = Sinks.empty();
        WebhookReceiver receiver = handledBy(handling.asMono());
        Disposable first = receiver.receive(JSON, delivered()).subscribe();

        assertThat(receive(receiver, delivered()).status()).isEqualTo(503);

        handling.tryEmitEmpty();
        assertThat(first.isDisposed()).isTrue();
        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void cancelsAHandlerThatTakesTooLongAndHandlesTheDeliveryAgain() {
        AtomicInteger cancelled = new AtomicInteger();
        StepVerifier.withVirtualTime(() -> handledBy(Mono.<Void>never().doOnCancel(cancelled::incrementAndGet))
                        .timeout(Duration.ofSeconds(3))
                        .receive(JSON, delivered()))
                .thenAwait(Duration.ofSeconds(3))
                .assertNext(reply -> assertThat(reply.outcome()).isEqualTo(Outcome.TIMED_OUT))
                .verifyComplete();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void forgetsADeliveryWhoseSenderWentAway() {
        WebhookReceiver receiver = handledBy(Mono.defer(() -> calls.get() == 1 ? Mono.never() : Mono.empty()));
        receiver.receive(JSON, delivered()).subscribe().dispose();

        assertThat(receive(receiver, delivered()).outcome()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void handlesNothingWithoutItsGuard() {
        WebhookReceiver receiver = handledBy(Mono.empty()).guard(new FailingGuard());

        WebhookReply reply = receive(receiver, delivered());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.outcome()).isEqualTo(Outcome.UNGUARDED);
        assertThat(calls).hasValue(0);
    }

    @Test
    void twoReceiversOnOneGuardHandleADeliveryOnce() {
        ReplayGuard shared = ReplayGuard.inMemory();
        WebhookReceiver one = handledBy(Mono.empty()).guard(shared);
        WebhookReceiver other = handledBy(Mono.empty()).guard(shared);

        for (int i = 0; i < 1000; i++) {
            receive(i % 2 == 0 ? one : other, delivered("token-" + i));
            receive(i % 3 == 0 ? one : other, delivered("token-" + i));
        }

        assertThat(calls).hasValue(1000);
    }

    private WebhookReceiver handledBy(Mono<Void> handling) {
        return WebhookReceiver.of(verifier(), delivery -> {
            calls.incrementAndGet();
            return handling;
        });
    }

    private static WebhookReply receive(WebhookReceiver receiver, byte[] body) {
        return Objects.requireNonNull(receiver.receive(JSON, body).block(Duration.ofSeconds(5)));
    }

    private static final class FailingGuard implements ReplayGuard {
        @Override
        public Mono<Claim> claim(String token) {
            return Mono.error(new IllegalStateException("the store is away"));
        }

        @Override
        public Mono<Void> done(String token) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> forget(String token) {
            return Mono.empty();
        }
    }
}
