package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.Arrival;
import io.github.mailgunreactor.core.internal.ForeignCode;
import io.github.mailgunreactor.core.observation.ResponseListener;
import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One subscription to a request: its attempts, their deadline, and the decision after each failure. Signals of a call come
 * one after the other, so its fields need no lock; those that the deadline's timer reads are volatile, and what may have
 * reached the server stands in one {@link Arrival}.
 *
 * @param <T> what becomes of the response
 */
final class Call<T> {
    /** How much later than the transport's own deadline ours cuts in: the transport knows whether the request was sent. */
    private static final Duration TRANSPORT_COMES_FIRST = Duration.ofMillis(100);

    private final ClientSettings settings;
    private final ClientView view;
    private final Operation operation;
    private final Reception<T> reception;
    private final @Nullable Duration timeout;
    private final boolean waitsOutsideTransport;
    private final long startedAt;
    private final Arrival arrival = new Arrival();
    private volatile List<MailgunException> failures = List.of();
    private volatile @Nullable Response<T> received;
    private volatile Region region;
    private volatile int attemptsMade;
    private boolean bodyReplayable = true;

    /**
     * A call that has not begun.
     *
     * @param timeout for all of it, or {@code null} for none
     */
    Call(
            ClientSettings settings,
            ClientView view,
            Operation operation,
            Reception<T> reception,
            @Nullable Duration timeout) {
        this.settings = settings;
        this.view = view;
        this.operation = operation;
        this.reception = reception;
        this.timeout = timeout;
        this.region = view.regionOf(operation);
        this.waitsOutsideTransport = view.isRouted(operation)
                || settings.credentials().fixedAuthorization() == null
                || !settings.interceptors().isEmpty();
        this.startedAt = settings.clock().nanoTime();
    }

    /** Tries until there is a response or a reason to give up. */
    Mono<Response<T>> start() {
        Mono<Response<T>> outcome = bounded(view.isRouted(operation) ? routed() : attempts());
        ResponseListener listener = view.options().listener();
        return listener == null
                ? outcome
                : outcome.doOnNext(response -> ForeignCode.run(() -> listener.onResponse(operation, response)));
    }

    private Mono<Response<T>> routed() {
        return patient(view.route(operation)).flatMap(chosen -> {
            region = chosen;
            return attempts();
        });
    }

    private Mono<Response<T>> attempts() {
        Mono<Response<T>> attempt = attempt();
        return settings.retry().isInert() && !waitsOutsideTransport
                ? attempt
                : attempt.onErrorResume(this::afterFailure);
    }

    /** The transport keeps its own deadline; a timer is needed only where something else may take time. */
    private Mono<Response<T>> bounded(Mono<Response<T>> call) {
        if (timeout == null || !waitsOutsideTransport) {
            return call;
        }
        Mono<Long> deadline = Mono.delay(timeout, settings.clock().scheduler())
                .delayUntil(end -> arrival.isUnderWay()
                        ? Mono.delay(TRANSPORT_COMES_FIRST, settings.clock().scheduler())
                        : Mono.empty());
        return call.timeout(deadline, Mono.defer(this::timedOut));
    }

    /** A call without a deadline, such as an upload, waits for router and credentials no longer than others take in all. */
    private <V> Mono<V> patient(Mono<V> foreign) {
        return timeout != null
                ? foreign
                : foreign.timeout(
                        settings.timeout(),
                        Mono.error(() -> noTimeLeft(false)),
                        settings.clock().scheduler());
    }

    /** A response that an interceptor still holds has arrived all the same. */
    private Mono<Response<T>> timedOut() {
        boolean sent = arrival.close();
        Response<T> held = received;
        return held != null ? Mono.just(held) : giveUp(noTimeLeft(sent), RetryDecision.Verdict.NO_TIME_LEFT);
    }

    private Mono<Response<T>> afterFailure(Throwable failure) {
        if (!(failure instanceof MailgunException error) || arrival.isClosed()) {
            return Mono.error(failure);
        }
        if (mayHaveHadEffect(error)) {
            arrival.note();
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
        return Mono.delay(delay, settings.clock().scheduler()).then(Mono.defer(this::attempts));
    }

    private Mono<Response<T>> giveUp(MailgunException error, RetryDecision.Verdict verdict) {
        MailgunException last = error;
        // What is true of the last attempt must not be told of the call: an earlier one may have arrived.
        if (error instanceof NoResponseException noResponse && !noResponse.requestSent() && arrival.mayHaveArrived()) {
            last = new NoResponseException(operation, region, noResponse.reason(), true, noResponse.getCause());
        }
        tell(last, verdict, Duration.ZERO);
        for (MailgunException earlier : failures) {
            if (earlier != last) {
                last.addSuppressed(earlier);
            }
        }
        return Mono.error(last);
    }

    private void tell(MailgunException error, RetryDecision.Verdict verdict, Duration delay) {
        Throwable thrown = ForeignCode.failureOf(() -> settings.retry()
                .listener()
                .onDecision(new RetryDecision(operation, region, attemptsMade, error, verdict, delay)));
        if (thrown != null && thrown != error) {
            error.addSuppressed(thrown);
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
        // Not only this error: an interceptor may have sent more than it tells of.
        if (!operation.repeatable() && arrival.mayHaveArrived()) {
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

    private static boolean mayHaveHadEffect(Throwable error) {
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
            return exchange(region, view.headers(), Headers.NONE);
        }
        return new Link(0).proceed(new Attempt(operation, region, view.subaccount(), Headers.NONE, number, deadline()));
    }

    /** What comes after the interceptors before {@code index}: the one at it, or the exchange. */
    private final class Link implements Interceptor.Chain<T> {
        private final int index;

        Link(int index) {
            this.index = index;
        }

        @Override
        public Mono<Response<T>> proceed(Attempt attempt) {
            if (index == settings.interceptors().size()) {
                // Deferred, as an interceptor may subscribe to it again: the body is encoded anew for each attempt.
                return Mono.defer(() ->
                        exchange(attempt.region(), view.headersFor(settings, attempt.subaccount()), attempt.headers()));
            }
            Interceptor interceptor = settings.interceptors().get(index);
            try {
                return Objects.requireNonNull(
                        interceptor.intercept(attempt, new Link(index + 1)), "an interceptor returned null");
            } catch (Throwable thrown) { // also errors that Reactor would rethrow on our thread
                return ForeignCode.failed(thrown);
            }
        }

        @Override
        public Mono<Response<T>> respond(Attempt attempt, ResponseHead head, byte[] body) {
            TransportRequest unsent = new TransportRequest(
                    operation.method(),
                    attempt.region(),
                    operation.template(),
                    operation.target(),
                    Headers.NONE,
                    TransportBody.NONE,
                    null);
            return Mono.fromCallable(() -> reception.read(unsent, head, body));
        }
    }

    private Mono<Response<T>> exchange(Region to, Headers headers, Headers added) {
        return settings.credentials().fixedAuthorization() != null || added.first("Authorization") != null
                ? send(to, merged(headers, added))
                : patient(settings.credentials().authorization())
                        .flatMap(
                                authorization -> send(to, merged(headers.with("Authorization", authorization), added)));
    }

    /** An interceptor's headers win, except over an operation that is about the account it acts for, such as its deletion. */
    private Headers merged(Headers headers, Headers added) {
        Headers merged = headers.with(operation.headers()).with(added);
        String account = operation.headers().first(ClientView.ON_BEHALF_OF);
        return account == null ? merged : merged.with(Headers.NONE.with(ClientView.ON_BEHALF_OF, account));
    }

    private Mono<Response<T>> send(Region to, Headers headers) {
        Duration left = timeLeft();
        if (left != null && (left.isNegative() || left.isZero())) {
            return Mono.error(noTimeLeft(false));
        }
        TransportRequest encoded;
        try {
            encoded = new TransportRequest(
                    operation.method(),
                    to,
                    operation.template(),
                    operation.target(),
                    headers,
                    BodyEncoding.encode(operation.body()),
                    left);
        } catch (RuntimeException bodyFailed) {
            return Mono.error(new NoResponseException(
                    operation, to, NoResponseException.Reason.BODY_FAILED, /* requestSent= */ false, bodyFailed));
        }
        bodyReplayable = encoded.body().replayable();
        Mono<Response<T>> exchange = reception.send(settings.transport(), encoded);
        return waitsOutsideTransport ? watched(exchange) : exchange;
    }

    /** Where others stand between the transport and us, or a timer ends the call, this says what has happened all the same. */
    private Mono<Response<T>> watched(Mono<Response<T>> exchange) {
        return Mono.defer(() -> {
            if (!arrival.begin()) {
                return Mono.error(noTimeLeft(false));
            }
            return exchange.doOnSuccess(response -> {
                        received = response;
                        arrival.end(true);
                    })
                    .doOnError(error -> arrival.end(mayHaveHadEffect(error)))
                    .doOnCancel(() -> arrival.end(true));
        });
    }

    private NoResponseException noTimeLeft(boolean requestSent) {
        return new NoResponseException(operation, region, NoResponseException.Reason.TIMED_OUT, requestSent, null);
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
