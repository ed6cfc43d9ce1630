package io.github.mailgunreactor.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * One subscription to a request: its attempts, their deadline, and the decision after each failure. Signals of a call come
 * one after the other, so its fields need no lock; those that the deadline's timer reads are volatile.
 *
 * @param <T> what the response is read into
 */
final class Call<T> {
    /** How much later than the transport's own deadline ours cuts in: the transport knows whether the request was sent. */
    private static final Duration TRANSPORT_COMES_FIRST = Duration.ofMillis(100);

    private final ClientSettings settings;
    private final MailgunRequest<T> request;
    private final @Nullable Duration timeout;
    private final long startedAt;
    private volatile List<MailgunException> failures = List.of();
    private volatile Region region;
    private volatile int attemptsMade;
    private volatile boolean inTransport;
    private volatile boolean mayHaveArrived;
    private boolean bodyReplayable = true;

    Call(ClientSettings settings, MailgunRequest<T> request) {
        this.settings = settings;
        this.request = request;
        this.region = settings.regionOf(request.operation());
        this.timeout = request.operation().timeoutOr(settings.timeout());
        this.startedAt = settings.clock().nanoTime();
    }

    /** Tries until there is a response or a reason to give up. */
    Mono<Response<T>> start() {
        return bounded(attempts());
    }

    /** Asks for the region first. */
    Mono<Response<T>> start(Mono<Region> router) {
        return bounded(router.flatMap(routed -> {
            region = routed;
            return attempts();
        }));
    }

    private Mono<Response<T>> attempts() {
        Mono<Response<T>> attempt = attempt();
        return settings.retry().isInert() ? attempt : attempt.onErrorResume(this::afterFailure);
    }

    /** The transport keeps its own deadline; a timer is needed only where something else may take time. */
    private Mono<Response<T>> bounded(Mono<Response<T>> call) {
        if (timeout == null || !settings.waitsOutsideTransport(request.operation())) {
            return call;
        }
        Mono<Long> deadline = Mono.delay(timeout, settings.clock().scheduler())
                .delayUntil(end -> inTransport
                        ? Mono.delay(TRANSPORT_COMES_FIRST, settings.clock().scheduler())
                        : Mono.empty());
        return call.timeout(deadline, Mono.defer(this::timedOut));
    }

    private Mono<Response<T>> timedOut() {
        return giveUp(noTimeLeft(inTransport), RetryDecision.Verdict.NO_TIME_LEFT);
    }

    private Mono<Response<T>> afterFailure(Throwable failure) {
        inTransport = false;
        if (!(failure instanceof MailgunException error)) {
            return Mono.error(withEarlier(failure));
        }
        Duration delay = delay(error);
        RetryDecision.Verdict verdict = verdict(error, delay);
        if (verdict != RetryDecision.Verdict.RETRY) {
            return giveUp(error, verdict);
        }
        tell(error, verdict, delay);
        List<MailgunException> more = new ArrayList<>(failures);
        more.add(error);
        failures = List.copyOf(more);
        mayHaveArrived = mayHaveArrived || mayHaveHadEffect(error);
        return Mono.delay(delay, settings.clock().scheduler()).then(Mono.defer(this::attempts));
    }

    private Mono<Response<T>> giveUp(MailgunException error, RetryDecision.Verdict verdict) {
        MailgunException last = error;
        // What is true of the last attempt must not be told of the call: an earlier one may have arrived.
        if (mayHaveArrived && error instanceof NoResponseException noResponse && !noResponse.requestSent()) {
            last = new NoResponseException(noResponse.operation(), noResponse.reason(), true, noResponse.getCause());
        }
        tell(last, verdict, Duration.ZERO);
        return Mono.error(withEarlier(last));
    }

    private <E extends Throwable> E withEarlier(E last) {
        for (MailgunException earlier : failures) {
            if (earlier != last) {
                last.addSuppressed(earlier);
            }
        }
        return last;
    }

    private void tell(MailgunException error, RetryDecision.Verdict verdict, Duration delay) {
        try {
            settings.retry()
                    .listener()
                    .onDecision(new RetryDecision(request.operation(), region, attemptsMade, error, verdict, delay));
        } catch (RuntimeException listenerFailure) {
            Exceptions.throwIfFatal(listenerFailure);
            error.addSuppressed(listenerFailure);
        }
    }

    private RetryDecision.Verdict verdict(MailgunException error, Duration delay) {
        if (!error.isTransient()) {
            return RetryDecision.Verdict.NOT_TRANSIENT;
        }
        if (error instanceof NoResponseException noResponse
                && noResponse.reason() == NoResponseException.Reason.RATE_LIMITED) {
            return RetryDecision.Verdict.NO_TIME_LEFT;
        }
        if (!request.operation().repeatable() && mayHaveHadEffect(error)) {
            return RetryDecision.Verdict.NOT_SAFE;
        }
        if (!bodyReplayable) {
            return RetryDecision.Verdict.BODY_NOT_REPLAYABLE;
        }
        if (attemptsMade >= settings.retry().maxAttempts()) {
            return RetryDecision.Verdict.NO_ATTEMPTS_LEFT;
        }
        return delay.compareTo(longestWait()) >= 0 ? RetryDecision.Verdict.NO_TIME_LEFT : RetryDecision.Verdict.RETRY;
    }

    private static boolean mayHaveHadEffect(MailgunException error) {
        if (error instanceof NoResponseException noResponse) {
            return noResponse.requestSent();
        }
        return !(error instanceof ErrorStatusException status && status.isRateLimited());
    }

    /** At least what the server asks for; never the same for all, so that calls do not come back all at once. */
    private Duration delay(MailgunException error) {
        long bound = settings.retry().backoffBound(attemptsMade);
        Duration random = Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
        if (error instanceof ErrorStatusException status) {
            Instant now = settings.clock().instant();
            Instant asked = status.retryAt(now);
            if (asked != null && asked.isAfter(now)) {
                return Duration.between(now, asked).plus(random);
            }
        }
        return random;
    }

    private Mono<Response<T>> attempt() {
        int number = attemptsMade + 1;
        attemptsMade = number;
        if (settings.interceptors().isEmpty()) {
            return exchange(request.operation(), region, Headers.NONE);
        }
        // Deferred, as an interceptor may subscribe to it again: the body is encoded anew for each attempt.
        Interceptor.Chain<T> chain =
                attempt -> Mono.defer(() -> exchange(attempt.operation(), attempt.region(), attempt.headers()));
        for (int i = settings.interceptors().size() - 1; i >= 0; i--) {
            Interceptor interceptor = settings.interceptors().get(i);
            Interceptor.Chain<T> inner = chain;
            chain = attempt -> interceptor.intercept(attempt, inner);
        }
        return chain.proceed(
                new Attempt(request.operation(), region, settings.subaccount(), Headers.NONE, number, deadline()));
    }

    private Mono<Response<T>> exchange(Operation operation, Region to, Headers added) {
        return settings.credentials().fixedAuthorization() != null
                ? exchange(operation, to, added, null)
                : settings.credentials()
                        .authorization()
                        .flatMap(authorization -> exchange(operation, to, added, authorization));
    }

    private Mono<Response<T>> exchange(Operation operation, Region to, Headers added, @Nullable String authorization) {
        Duration left = timeLeft();
        if (left != null && (left.isNegative() || left.isZero())) {
            return Mono.error(noTimeLeft(false));
        }
        TransportRequest encoded;
        try {
            encoded = settings.encode(operation, to, added, authorization, left);
        } catch (NoResponseException bodyFailed) {
            return Mono.error(bodyFailed);
        }
        bodyReplayable = encoded.body().replayable();
        inTransport = true;
        return settings.transport()
                .exchange(encoded, new ResponseDecoder<>(operation, request.responseType(), to, settings.reading()));
    }

    private NoResponseException noTimeLeft(boolean requestSent) {
        return new NoResponseException(
                request.operation().toString(), NoResponseException.Reason.TIMED_OUT, requestSent, null);
    }

    private @Nullable Instant deadline() {
        Duration left = timeLeft();
        return left == null ? null : settings.clock().instant().plus(left);
    }

    private @Nullable Duration timeLeft() {
        return timeout == null ? null : timeout.minusNanos(settings.clock().nanoTime() - startedAt);
    }

    /** A call without a deadline, such as an upload, does not wait between attempts for longer than others take in all. */
    private Duration longestWait() {
        Duration left = timeLeft();
        return left == null ? settings.timeout() : left;
    }
}
