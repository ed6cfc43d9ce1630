package io.github.mailgunreactor.micrometer;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Observes every attempt of every call: with the handlers that the registry has, this gives timers,
 * traces, or both. Immutable: every method returns a changed copy.
 *
 * <pre>{@code
 * MailgunClient.builder("key-…").interceptor(ObservationInterceptor.of(registry)).build()
 * }</pre>
 *
 * <p>Names and tags are those of {@link AttemptConvention}. They hold the path template; the key, the expanded path,
 * headers and bodies are in none, and the error of an observation does not have Mailgun's own words, which quote what was
 * asked.
 *
 * <p>An observation's parent is the one in Reactor's context, which reaches every retry and every page of a listing; and
 * without one there, that of the subscribing thread, which reaches the first attempt only. Reactor's
 * {@code Hooks.enableAutomaticContextPropagation()} puts the latter into the context.
 */
public final class ObservationInterceptor implements Interceptor {
    private static final AttemptConvention DEFAULT_CONVENTION = new AttemptConvention() {};

    private final ObservationRegistry registry;
    private final @Nullable AttemptConvention convention;
    private final boolean sendsTraceHeaders;

    private ObservationInterceptor(
            ObservationRegistry registry, @Nullable AttemptConvention convention, boolean sendsTraceHeaders) {
        this.registry = registry;
        this.convention = convention;
        this.sendsTraceHeaders = sendsTraceHeaders;
    }

    /** Observes with what the registry is set up for. */
    public static ObservationInterceptor of(ObservationRegistry registry) {
        return new ObservationInterceptor(Objects.requireNonNull(registry, "registry"), null, false);
    }

    /** Names and tags in another way. */
    public ObservationInterceptor convention(AttemptConvention other) {
        return new ObservationInterceptor(registry, Objects.requireNonNull(other, "convention"), sendsTraceHeaders);
    }

    /**
     * Sends the headers of the trace, such as {@code traceparent} and baggage, along with the request. Off by default:
     * Mailgun does nothing with them, and baggage can hold what should stay inside. For a gateway of your own.
     */
    public ObservationInterceptor sendTraceHeaders() {
        return new ObservationInterceptor(registry, convention, true);
    }

    @Override
    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
        return registry.isNoop()
                ? chain.proceed(attempt)
                : Mono.deferContextual(context -> observed(attempt, chain, context));
    }

    private <T> Mono<Response<T>> observed(Attempt attempt, Chain<T> chain, ContextView reactorContext) {
        AttemptContext context = new AttemptContext(attempt, ObservationInterceptor::put);
        Observation observation;
        try {
            observation = Observation.createNotStarted(convention, DEFAULT_CONVENTION, () -> context, registry);
            Observation parent =
                    reactorContext.getOrDefault(ObservationThreadLocalAccessor.KEY, registry.getCurrentObservation());
            observation.parentObservation(parent).start();
        } catch (Throwable failed) {
            report(failed);
            return chain.proceed(attempt);
        }
        AtomicBoolean ended = new AtomicBoolean();
        return chain.proceed(sendsTraceHeaders ? withTraceHeaders(attempt, context) : attempt)
                .doOnSuccess(response -> end(ended, () -> {
                    if (response != null) {
                        context.responded(response.status());
                    }
                    observation.stop();
                }))
                .doOnError(error -> end(ended, () -> {
                    context.failed(error);
                    observation.error(presentable(error, context)).stop();
                }))
                .doOnCancel(() -> end(ended, () -> {
                    context.cancelled();
                    observation.stop();
                }))
                .contextWrite(inner -> inner.put(ObservationThreadLocalAccessor.KEY, observation));
    }

    /** Once; and whatever handlers and conventions throw must not cost a response. */
    private static void end(AtomicBoolean ended, Runnable end) {
        if (ended.compareAndSet(false, true)) {
            try {
                end.run();
            } catch (Throwable failed) {
                report(failed);
            }
        }
    }

    /** Where Reactor's dropped errors go, which by default is the log. */
    private static void report(Throwable failed) {
        Operators.onErrorDropped(failed, Context.empty());
    }

    private static void put(@Nullable Map<String, String> carrier, String name, String value) {
        if (carrier != null) {
            carrier.put(name, value);
        }
    }

    private static Attempt withTraceHeaders(Attempt attempt, AttemptContext context) {
        Attempt traced = attempt;
        for (Map.Entry<String, String> header : List.copyOf(context.headers().entrySet())) {
            try {
                traced = traced.withHeader(header.getKey(), header.getValue());
            } catch (IllegalArgumentException notAHeader) { // baggage may be any text, and a call must not fail for it
                context.headers().remove(header.getKey());
            }
        }
        return traced;
    }

    /** Tracers export the message of an error. Those of these two are ours; others may hold anything. */
    private static Throwable presentable(Throwable error, AttemptContext context) {
        return error instanceof NoResponseException || error instanceof UnreadableResponseException
                ? error
                : new ObservedError(context.attempt().operation() + ": " + context.errorType());
    }

    /** Stands for an error whose message is not for everyone. */
    private static final class ObservedError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ObservedError(String message) {
            super(message, null, false, false);
        }
    }
}
