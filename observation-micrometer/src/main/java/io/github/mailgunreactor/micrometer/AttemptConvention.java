package io.github.mailgunreactor.micrometer;

import io.github.mailgunreactor.core.Attempt;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * How attempts are named and tagged. The default follows the HTTP client conventions of OpenTelemetry in its tags. To change
 * it implement this interface, or {@link io.micrometer.observation.GlobalObservationConvention}.
 *
 * <table>
 * <caption>Tags, each with few values</caption>
 * <tr><th>{@code http.request.method}</th><td>{@code GET}, …</td></tr>
 * <tr><th>{@code url.template}</th><td>{@code /v3/{domain}/bounces}</td></tr>
 * <tr><th>{@code server.address}</th><td>{@code api.eu.mailgun.net}</td></tr>
 * <tr><th>{@code mailgun.region}</th><td>{@code us}, {@code eu}, or host and port</td></tr>
 * <tr><th>{@code http.response.status_code}</th><td>{@code 200}, …; {@code none} without a response</td></tr>
 * <tr><th>{@code outcome}</th><td>{@code SUCCESS}, {@code REDIRECTION}, {@code CLIENT_ERROR}, {@code SERVER_ERROR},
 * {@code UNKNOWN} without a complete response</td></tr>
 * <tr><th>{@code error.type}</th><td>a status, a reason such as {@code TIMED_OUT}, {@code CANCELLED}; {@code none}
 * without error</td></tr>
 * <tr><th>{@code http.request.resend_count}</th><td>{@code 0} for the first attempt, {@code 1} for its first
 * repetition</td></tr>
 * </table>
 */
public interface AttemptConvention extends ObservationConvention<AttemptContext> {
    /** The name of the timer: not {@code http.client.requests}, which others fill with other tags. */
    String NAME = "mailgun.client.requests";

    @Override
    default String getName() {
        return NAME;
    }

    /** Method and path template: the name of the span. */
    @Override
    default String getContextualName(AttemptContext context) {
        return context.attempt().operation().toString();
    }

    @Override
    default KeyValues getLowCardinalityKeyValues(AttemptContext context) {
        Attempt attempt = context.attempt();
        return KeyValues.of(
                KeyValue.of("http.request.method", attempt.operation().method().name()),
                KeyValue.of("url.template", attempt.operation().template()),
                KeyValue.of("server.address", attempt.region().host()),
                KeyValue.of("mailgun.region", attempt.region().name()),
                KeyValue.of("http.response.status_code", orNone(context.status())),
                KeyValue.of("outcome", outcome(context)),
                KeyValue.of("error.type", orNone(context.errorType())),
                KeyValue.of("http.request.resend_count", Integer.toString(attempt.number() - 1)));
    }

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof AttemptContext;
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? KeyValue.NONE_VALUE : value.toString();
    }

    private static String outcome(AttemptContext context) {
        Integer status = context.status();
        if (status == null) {
            return "UNKNOWN";
        }
        return switch (status / 100) {
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
