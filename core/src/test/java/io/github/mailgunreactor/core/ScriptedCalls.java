package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** A client in virtual time whose attempts end as a script says, with what its retry listener was told. */
public final class ScriptedCalls {
    public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    public static final FakeResponse OK = FakeResponse.json("{\"message\":\"done\"}");
    public static final MailgunRequest<Confirmation> GET =
            Method.GET.path("/v1/keys").asJson(Confirmation.class);
    public static final MailgunRequest<Confirmation> POST =
            Method.POST.path("/v1/keys").asJson(Confirmation.class);

    public final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    public final List<RetryDecision> decisions = new ArrayList<>();
    public final List<Instant> sentAt = new ArrayList<>();
    public final FakeTransport transport;
    private final Deque<Object> script;

    private record Later(Duration delay, FakeResponse answer) {}

    /** Each step is a {@link FakeResponse}, an error, {@link #after}, or a publisher of a response. */
    public ScriptedCalls(Object... steps) {
        script = new ArrayDeque<>(Arrays.asList(steps));
        transport = FakeTransport.answering(request -> next());
        time.advanceTimeTo(START);
    }

    @SuppressWarnings("unchecked") // scripts hold no other publishers
    private Mono<FakeResponse> next() {
        sentAt.add(now());
        Object step = Objects.requireNonNull(script.poll(), "the script has no more steps");
        if (step instanceof FakeResponse answer) {
            return Mono.just(answer);
        }
        if (step instanceof Later later) {
            return Mono.delay(later.delay, time).thenReturn(later.answer);
        }
        return step instanceof Throwable error ? Mono.error(error) : (Mono<FakeResponse>) step;
    }

    public MailgunClientBuilder client() {
        return client(RetryPolicy.defaults());
    }

    public MailgunClientBuilder client(RetryPolicy policy) {
        return transport.builder().scheduler(time).retry(policy.listener(decisions::add));
    }

    /** Subscribes, and lets time pass until the call has ended or a day is over. */
    public <T> TestSubscriber<T> run(Mono<T> call) {
        TestSubscriber<T> subscriber = TestSubscriber.create();
        call.subscribe(subscriber);
        for (int i = 0; i < 24 * 60 * 60 && !subscriber.isTerminatedOrCancelled(); i++) {
            time.advanceTimeBy(Duration.ofSeconds(1));
        }
        return subscriber;
    }

    /** A step: a response that takes its time. */
    public static Object after(Duration delay, FakeResponse answer) {
        return new Later(delay, answer);
    }

    /** Like {@link #run} for a call that must succeed. */
    public <T> void succeed(Mono<T> call) {
        TestSubscriber<T> subscriber = run(call);
        if (!subscriber.isTerminatedComplete()) {
            throw new AssertionError("the call did not complete", subscriber.expectTerminalError());
        }
    }

    /** Like {@link #run} for a call that must fail. */
    public <T> Throwable failure(Mono<T> call) {
        return run(call).expectTerminalError();
    }

    public List<RetryDecision.Verdict> verdicts() {
        return decisions.stream().map(RetryDecision::verdict).toList();
    }

    /** How long after the first request the given one was sent. */
    public Duration sentAfter(int index) {
        return Duration.between(sentAt.get(0), sentAt.get(index));
    }

    public Instant now() {
        return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    }

    public static NoResponseException lost(MailgunRequest<?> request) {
        return noResponse(request, NoResponseException.Reason.CONNECTION_LOST, true);
    }

    public static NoResponseException refused(MailgunRequest<?> request) {
        return noResponse(request, NoResponseException.Reason.CONNECT_FAILED, false);
    }

    public static NoResponseException noResponse(
            MailgunRequest<?> request, NoResponseException.Reason reason, boolean sent) {
        return new NoResponseException(request.operation().toString(), reason, sent, null);
    }
}
