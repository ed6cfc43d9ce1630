package io.github.mailgunreactor.core;

import static io.github.mailgunreactor.core.NoResponseException.Reason.CONNECTION_LOST;
import static io.github.mailgunreactor.core.NoResponseException.Reason.CONNECT_FAILED;
import static io.github.mailgunreactor.core.NoResponseException.Reason.POOL_EXHAUSTED;
import static io.github.mailgunreactor.core.NoResponseException.Reason.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** Whatever goes wrong: at most one effect of a call that must not be repeated, and the caller is told the truth. */
class RetryProperties {

    /** How an attempt ends, and whether Mailgun acted on it. */
    enum Ending {
        ANSWERED(true),
        ANSWERED_UNREADABLY(true),
        ANSWER_LOST(true),
        ANSWER_LATE(true),
        REQUEST_LOST(false),
        FAILED_AFTER_THE_EFFECT(true),
        FAILED_BEFORE_THE_EFFECT(false),
        REFUSED_FOR_GOOD(false),
        RATE_LIMITED(false),
        RATE_LIMITED_FOR_A_WHILE(false),
        NO_CONNECTION(false),
        NO_CONNECTION_FREE(false);

        private final boolean effect;

        Ending(boolean effect) {
            this.effect = effect;
        }

        Mono<FakeResponse> of(String operation) {
            return switch (this) {
                case ANSWERED -> Mono.just(FakeResponse.json("{\"message\":\"done\"}"));
                case ANSWERED_UNREADABLY -> Mono.just(FakeResponse.json("{\"message\":"));
                case ANSWER_LOST, REQUEST_LOST -> failed(operation, CONNECTION_LOST, true);
                case ANSWER_LATE -> failed(operation, TIMED_OUT, true);
                case FAILED_AFTER_THE_EFFECT -> Mono.just(FakeResponse.of(502, "text/html", "<html>"));
                case FAILED_BEFORE_THE_EFFECT -> Mono.just(FakeResponse.json(503, "{}"));
                case REFUSED_FOR_GOOD -> Mono.just(FakeResponse.json(400, "{\"message\":\"no\"}"));
                case RATE_LIMITED -> Mono.just(FakeResponse.json(429, "{}"));
                case RATE_LIMITED_FOR_A_WHILE -> Mono.just(FakeResponse.json(429, "{\"retry-seconds\":15}"));
                case NO_CONNECTION -> failed(operation, CONNECT_FAILED, false);
                case NO_CONNECTION_FREE -> failed(operation, POOL_EXHAUSTED, false);
            };
        }

        private static Mono<FakeResponse> failed(String operation, NoResponseException.Reason reason, boolean sent) {
            return Mono.error(() -> new NoResponseException(operation, reason, sent, null));
        }
    }

    /** One call against the given endings, and what became of it. */
    private static final class Run {
        final List<RetryDecision> decisions = new ArrayList<>();
        final List<Ending> met = new ArrayList<>();
        final TestSubscriber<Confirmation> subscriber = TestSubscriber.create();

        Run(Method method, List<Ending> endings, int attempts, boolean intercepted) {
            Iterator<Ending> script = endings.iterator();
            String operation = method + " /v1/keys";
            FakeTransport transport = FakeTransport.answering(request -> {
                Ending ending = script.hasNext() ? script.next() : Ending.ANSWERED;
                met.add(ending);
                return ending.of(operation);
            });
            VirtualTimeScheduler time = VirtualTimeScheduler.create();
            time.advanceTimeTo(ScriptedCalls.START);
            MailgunClientBuilder client = transport
                    .builder()
                    .scheduler(time)
                    .timeout(Duration.ofMinutes(1))
                    .retry(RetryPolicy.defaults().maxAttempts(attempts).listener(decisions::add));
            if (intercepted) {
                client.interceptor(new PassOn());
            }
            client.build()
                    .send(method.path("/v1/keys").asJson(Confirmation.class))
                    .subscribe(subscriber);
            time.advanceTimeBy(Duration.ofMinutes(2));
            assertThat(subscriber.isTerminated())
                    .as("a terminal signal in time")
                    .isTrue();
        }

        long effects() {
            return met.stream().filter(ending -> ending.effect).count();
        }
    }

    @Property(tries = 2000)
    void aCallThatMustNotBeRepeatedHasAtMostOneEffect(
            @ForAll @Size(max = 8) List<Ending> endings,
            @ForAll @IntRange(min = 1, max = 8) int attempts,
            @ForAll boolean intercepted) {
        Run run = new Run(Method.POST, endings, attempts, intercepted);

        assertThat(run.effects()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 2000)
    void theCallerIsToldTheTruth(
            @ForAll Method method,
            @ForAll @Size(max = 8) List<Ending> endings,
            @ForAll @IntRange(min = 1, max = 8) int attempts,
            @ForAll boolean intercepted) {
        Run run = new Run(method, endings, attempts, intercepted);

        if (run.subscriber.isTerminatedComplete()) {
            assertThat(run.subscriber.getReceivedOnNext()).hasSize(1);
            assertThat(run.effects()).as("a success had its effect").isPositive();
            return;
        }
        Throwable error = run.subscriber.expectTerminalError();
        if (error instanceof NoResponseException noResponse && !noResponse.requestSent()) {
            assertThat(run.effects()).as("what was not sent had no effect").isZero();
        }
        if (error instanceof ErrorStatusException status && status.isRateLimited() && !method.idempotent()) {
            assertThat(run.effects()).as("what was refused had no effect").isZero();
        }
        assertThat(error.getSuppressed())
                .as("the errors of all earlier attempts, in their order")
                .containsExactlyElementsOf(run.decisions.subList(0, run.decisions.size() - 1).stream()
                        .map(RetryDecision::error)
                        .toList());
    }

    @Property
    void theListenerSeesEveryFailedTry(
            @ForAll Method method,
            @ForAll @Size(max = 8) List<Ending> endings,
            @ForAll @IntRange(min = 1, max = 8) int attempts) {
        Run run = new Run(method, endings, attempts, false);

        long failed =
                run.met.stream().filter(ending -> ending != Ending.ANSWERED).count();
        assertThat(run.decisions).hasSize(Math.toIntExact(failed));
        assertThat(run.met.size()).isLessThanOrEqualTo(attempts);
        for (int i = 0; i < run.decisions.size(); i++) {
            RetryDecision decision = run.decisions.get(i);
            assertThat(decision.number()).isEqualTo(i + 1);
            assertThat(decision.verdict() == RetryDecision.Verdict.RETRY).isEqualTo(i + 1 < run.met.size());
        }
    }

    @Property
    void theRandomWaitGrowsUpToItsBound(
            @ForAll @IntRange(min = 1, max = 60_000) int first,
            @ForAll @IntRange(min = 0, max = 540_000) int more,
            @ForAll @IntRange(min = 1, max = 20) int attempts) {
        RetryPolicy policy = RetryPolicy.defaults().backoff(Duration.ofMillis(first), Duration.ofMillis(first + more));

        assertThat(policy.backoffBound(1)).isEqualTo(first);
        assertThat(policy.backoffBound(attempts)).isBetween((long) first, (long) first + more);
        assertThat(policy.backoffBound(attempts + 1)).isGreaterThanOrEqualTo(policy.backoffBound(attempts));
    }

    @Example
    void theModelItselfCanShowTwoEffects() {
        Run run = new Run(Method.PUT, List.of(Ending.ANSWER_LOST, Ending.ANSWERED), 3, false);

        assertThat(run.effects()).isEqualTo(2);
    }

    private static final class PassOn implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.proceed(attempt);
        }
    }
}
