package io.github.mailgunreactor.core;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One subscription to a request: its tries, their deadline, and the decision after each failure.
 *
 * @param <T> what the answer is read into
 */
final class Call<T> {
    private final ClientSettings settings;
    private final MailgunRequest<T> request;
    private final Region region;
    private final @Nullable Duration timeout;
    private final long startedAt;
    private int triesMade;
    private boolean bodyReplayable = true;

    Call(ClientSettings settings, MailgunRequest<T> request, Region region) {
        this.settings = settings;
        this.request = request;
        this.region = region;
        this.timeout = request.operation().timeoutOr(settings.timeout());
        this.startedAt = now();
    }

    /** Tries until there is an answer or a reason to give up. */
    Mono<Response<T>> start() {
        Mono<Response<T>> attempt = attempt();
        return settings.retry().tries() == 1
                ? attempt
                : attempt.onErrorResume(MailgunException.class, this::afterFailure);
    }

    private Mono<Response<T>> afterFailure(MailgunException error) {
        RetryDecision decision = decide(error);
        settings.retry().listener().onDecision(decision);
        if (decision.verdict() != RetryDecision.Verdict.RETRY) {
            return Mono.error(error);
        }
        return Mono.delay(decision.delay(), settings.scheduler())
                .then(Mono.defer(this::start))
                .doOnError(last -> keepEarlier(last, error));
    }

    private static void keepEarlier(Throwable last, Throwable earlier) {
        if (last != earlier) {
            last.addSuppressed(earlier);
        }
    }

    private RetryDecision decide(MailgunException error) {
        Duration delay = delay(error);
        RetryDecision.Verdict verdict = verdict(error, delay);
        return new RetryDecision(
                request.operation(),
                region,
                triesMade,
                error,
                verdict,
                verdict == RetryDecision.Verdict.RETRY ? delay : Duration.ZERO);
    }

    private RetryDecision.Verdict verdict(MailgunException error, Duration delay) {
        if (!error.isTransient()) {
            return RetryDecision.Verdict.NOT_TRANSIENT;
        }
        if (!request.operation().repeatable() && !hadNoEffect(error)) {
            return RetryDecision.Verdict.NOT_SAFE;
        }
        if (!bodyReplayable) {
            return RetryDecision.Verdict.BODY_NOT_REPLAYABLE;
        }
        if (triesMade >= settings.retry().tries()) {
            return RetryDecision.Verdict.NO_TRIES_LEFT;
        }
        Duration left = timeLeft();
        return left != null && delay.compareTo(left) >= 0
                ? RetryDecision.Verdict.NO_TIME_LEFT
                : RetryDecision.Verdict.RETRY;
    }

    private static boolean hadNoEffect(MailgunException error) {
        return error instanceof NoAnswerException noAnswer
                ? !noAnswer.requestSent()
                : error instanceof ErrorStatusException status && status.isRateLimited();
    }

    private Duration delay(MailgunException error) {
        if (error instanceof ErrorStatusException status) {
            Instant now = Instant.ofEpochMilli(now());
            Instant asked = status.retryAt(now);
            if (asked != null && asked.isAfter(now)) {
                return Duration.between(now, asked);
            }
        }
        long bound = settings.retry().backoffBound(triesMade);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }

    private Mono<Response<T>> attempt() {
        triesMade++;
        if (settings.interceptors().isEmpty()) {
            return exchange(request.operation(), region, Headers.NONE);
        }
        Interceptor.Chain<T> chain = attempt -> exchange(attempt.operation(), attempt.region(), attempt.headers());
        for (int i = settings.interceptors().size() - 1; i >= 0; i--) {
            Interceptor interceptor = settings.interceptors().get(i);
            Interceptor.Chain<T> inner = chain;
            chain = attempt -> interceptor.intercept(attempt, inner);
        }
        return chain.proceed(new Attempt(request.operation(), region, Headers.NONE, triesMade, deadline()));
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
            return Mono.error(
                    new NoAnswerException(operation.toString(), NoAnswerException.Reason.TIMED_OUT, false, null));
        }
        TransportRequest encoded;
        try {
            encoded = settings.encode(operation, to, added, authorization, left);
        } catch (UncheckedIOException unreadableFile) {
            return Mono.error(new NoAnswerException(
                    operation.toString(), NoAnswerException.Reason.BODY_FAILED, false, unreadableFile.getCause()));
        }
        bodyReplayable = encoded.body().replayable();
        return settings.transport()
                .exchange(encoded, new AnswerReader<>(operation, request.answer(), to, settings.json()));
    }

    private @Nullable Instant deadline() {
        return timeout == null ? null : Instant.ofEpochMilli(startedAt).plus(timeout);
    }

    private @Nullable Duration timeLeft() {
        if (timeout == null) {
            return null;
        }
        long elapsed = now() - startedAt;
        return elapsed <= 0 ? timeout : timeout.minusMillis(elapsed);
    }

    private long now() {
        return settings.scheduler().now(TimeUnit.MILLISECONDS);
    }
}
