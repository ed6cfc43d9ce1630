package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Connections: how many, who waits for them, and how they are given back; and the end of the transport. */
public abstract class LifecycleContract extends TransportContract {
    private static final Duration SHORT = Duration.ofMillis(150);

    @Test
    void refusesACallWhenTooManyWait() {
        server.script(Fault.stallBeforeHeaders());
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        Disposable holding = transport.exchange(get(), ANSWER).subscribe();
        server.awaitRequests(1);
        Disposable waiting = transport.exchange(get(), ANSWER).subscribe();
        noResponse(Reason.POOL_EXHAUSTED, false, transport, get());
        holding.dispose();
        waiting.dispose();
    }

    @Test
    void refusesACallThatHasWaitedTooLong() {
        server.script(Fault.stallBeforeHeaders());
        Transport transport =
                transport(TransportSettings.ROOMY.connections(1, 10).acquireTimeout(SHORT));
        Disposable holding = transport.exchange(get(), ANSWER).subscribe();
        server.awaitRequests(1);
        noResponse(Reason.POOL_EXHAUSTED, false, transport, get());
        holding.dispose();
    }

    @Test
    void letsACancelledCallLeaveTheQueue() {
        server.script(Fault.stallBeforeHeaders(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        Disposable holding = transport.exchange(get(), ANSWER).subscribe();
        server.awaitRequests(1);
        for (int i = 0; i < 5; i++) {
            transport.exchange(get(), ANSWER).subscribe().dispose();
        }
        Mono<Answer> waiting = transport.exchange(get(), ANSWER);
        StepVerifier.create(waiting)
                .then(holding::dispose)
                .assertNext(answer -> assertThat(answer.body()).isEqualTo("next"))
                .verifyComplete();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void closesTheConnectionOfACallCancelledBeforeItsAnswer() {
        server.script(Fault.stallBeforeHeaders(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        Disposable call = transport.exchange(get(), ANSWER).subscribe();
        server.awaitRequests(1);
        call.dispose();
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @Test
    void closesTheConnectionOfACallCancelledWithinItsAnswer() {
        server.script(Fault.stallInBody(), Fault.answer(200, "next"));
        Transport transport = transport(TransportSettings.ROOMY.connections(1, 1));
        var stream = body(transport);
        StepVerifier.create(stream).expectNextCount(1).thenCancel().verify();
        server.awaitOpenConnections(0);
        assertThat(answer(transport, get()).body()).isEqualTo("next");
    }

    @Test
    void survivesCancellationAtAnyMoment() {
        Transport transport = transport(TransportSettings.ROOMY.connections(2, 100));
        for (int i = 0; i < 300; i++) {
            Disposable call = transport.exchange(get(), ANSWER).subscribe();
            long until = System.nanoTime() + i * 2_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            call.dispose();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(answer(transport, get()).body()).isEqualTo("{}");
        }
        server.await("two connections are left at most", () -> server.openConnections() <= 2);
    }

    @Test
    void refusesCallsOnceClosed() {
        Transport transport = transport();
        answer(transport, get());
        Mono<Answer> earlier = transport.exchange(get(), ANSWER);
        transport.close();
        transport.close();
        noResponse(Reason.CLOSED, false, transport, get());
        StepVerifier.create(earlier).verifyError();
        StepVerifier.create(body(transport)).verifyError();
        transport.onClose().block(Duration.ofSeconds(20));
        server.awaitOpenConnections(0);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void letsCallsInFlightFinish() {
        Mono<Answer> call;
        Transport transport = transport();
        server.script(Fault.oneByteEvery(2, "{\"a\":1}"));
        call = transport.exchange(get(), ANSWER);
        StepVerifier.create(call)
                .then(() -> {
                    server.awaitRequests(1);
                    transport.close();
                })
                .assertNext(answer -> assertThat(answer.body()).isEqualTo("{\"a\":1}"))
                .verifyComplete();
        transport.onClose().block(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100})
    void cutsCallsThatDoNotFinishWithinTheGracePeriod(long millis) {
        server.script(Fault.stallBeforeHeaders());
        Transport transport = transport(TransportSettings.ROOMY.gracePeriod(Duration.ofMillis(millis)));
        StepVerifier.create(transport.exchange(get(), ANSWER))
                .then(() -> {
                    server.awaitRequests(1);
                    transport.close();
                })
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(io.github.mailgunreactor.core.NoResponseException.class, closed -> {
                            assertThat(closed.reason()).isEqualTo(Reason.CLOSED);
                            assertThat(closed.requestSent()).isTrue();
                        }));
        transport.onClose().block(Duration.ofSeconds(20));
        server.awaitOpenConnections(0);
    }

    @Test
    void closesWithoutEverHavingBeenUsed() {
        Transport transport = transport();
        transport.close();
        transport.onClose().block(Duration.ofSeconds(20));
    }
}
