package io.github.mailgunreactor.core.observation;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.internal.ForeignCode;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import reactor.core.publisher.Mono;

/**
 * Logs every attempt, how it ended, and what was decided after a failure, at DEBUG with slf4j, under the name {@value #NAME}.
 * Optional, and the only type here that needs slf4j:
 *
 * <pre>{@code
 * CallLog log = CallLog.create();
 * MailgunClient.builder("key-…")
 *         .interceptor(log)
 *         .retry(RetryPolicy.defaults().listener(log))
 *         .unreadableValueListener(log)
 * }</pre>
 *
 * <p>What cannot be read in a response it logs at WARN, once for each place: it means that Mailgun has changed.
 *
 * <p>Each event has key-value pairs named as the HTTP client conventions of OpenTelemetry name them. It shows method, path
 * template, region, number of the attempt, time, status and kind of error; never the key, the expanded path, a header or a
 * body, Mailgun's own words of an error included, as they quote what was asked.
 */
public final class CallLog implements Interceptor, RetryListener, UnreadableValueListener {
    /** The name of the logger. */
    public static final String NAME = "io.github.mailgunreactor.calls";

    private final Logger logger;

    private CallLog(Logger logger) {
        this.logger = logger;
    }

    /** A log under {@value #NAME}. */
    public static CallLog create() {
        return to(LoggerFactory.getLogger(NAME));
    }

    /** A log to a logger of your own. */
    public static CallLog to(Logger logger) {
        return new CallLog(Objects.requireNonNull(logger, "logger must not be null"));
    }

    @Override
    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
        return logger.isDebugEnabled() ? Mono.defer(() -> logged(attempt, chain)) : chain.proceed(attempt);
    }

    private <T> Mono<Response<T>> logged(Attempt attempt, Chain<T> chain) {
        long start = System.nanoTime();
        return chain.proceed(attempt)
                .doOnSuccess(response -> ended(attempt, start, response == null ? null : response.status(), null))
                .doOnError(error -> ended(
                        attempt,
                        start,
                        error instanceof ErrorStatusException answered ? answered.status() : null,
                        error instanceof MailgunException known
                                ? known.errorType()
                                : error.getClass().getName()))
                .doOnCancel(() -> ended(attempt, start, null, "CANCELLED"));
    }

    /** A log that fails must not cost a response. */
    private void ended(Attempt attempt, long start, @Nullable Integer status, @Nullable String error) {
        ForeignCode.failureOf(() -> log(attempt, start, status, error));
    }

    private void log(Attempt attempt, long start, @Nullable Integer status, @Nullable String error) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        LoggingEventBuilder event =
                event(attempt.operation(), attempt.region(), attempt.number()).addKeyValue("duration.ms", millis);
        if (status != null) {
            event = event.addKeyValue("http.response.status_code", status);
        }
        if (error != null) {
            event = event.addKeyValue("error.type", error);
        }
        event.log(
                "{} in {}: {} after {} ms, attempt {}",
                attempt.operation(),
                attempt.region().name(),
                error == null ? Objects.requireNonNullElse(status, "done") : error,
                millis,
                attempt.number());
    }

    @Override
    public void onDecision(RetryDecision decision) {
        if (logger.isDebugEnabled()) {
            event(decision.operation(), decision.region(), decision.number())
                    .addKeyValue("error.type", decision.error().errorType())
                    .addKeyValue("mailgun.retry.verdict", decision.verdict())
                    .addKeyValue("mailgun.retry.delay.ms", decision.delay().toMillis())
                    .log(
                            "{} in {}: attempt {} failed with {}: {}, waiting {} ms",
                            decision.operation(),
                            decision.region().name(),
                            decision.number(),
                            decision.error().errorType(),
                            decision.verdict(),
                            decision.delay().toMillis());
        }
    }

    @Override
    public void onUnreadableValue(UnreadableValue value) {
        logger.atWarn()
                .addKeyValue("http.request.method", value.operation().method())
                .addKeyValue("url.template", value.operation().template())
                .addKeyValue("mailgun.region", value.region().name())
                .addKeyValue("mailgun.response.field", value.field())
                .log(
                        "{} in {}: {} cannot be read and is taken for absent",
                        value.operation(),
                        value.region().name(),
                        value.field());
    }

    private LoggingEventBuilder event(Operation operation, Region region, int number) {
        return logger.atDebug()
                .addKeyValue("http.request.method", operation.method())
                .addKeyValue("url.template", operation.template())
                .addKeyValue("mailgun.region", region.name())
                .addKeyValue("http.request.resend_count", number - 1);
    }
}
