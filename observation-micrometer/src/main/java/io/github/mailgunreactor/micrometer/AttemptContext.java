package io.github.mailgunreactor.micrometer;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunException;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.SenderContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One observed attempt, for handlers, filters and conventions: what was asked, and once it has ended, how. */
public final class AttemptContext extends SenderContext<Map<String, String>> {
    private final Attempt attempt;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Integer status;
    private @Nullable String errorType;

    AttemptContext(Attempt attempt, Propagator.Setter<Map<String, String>> setter) {
        super(setter, Kind.CLIENT);
        this.attempt = attempt;
        setCarrier(headers);
        setRemoteServiceName("mailgun");
    }

    /** The attempt. Its template may be shown; its path, headers and body may not. */
    public Attempt attempt() {
        return attempt;
    }

    /** The status of the response, or {@code null} where there was none. */
    public @Nullable Integer status() {
        return status;
    }

    /** What went wrong, in one of few words, or {@code null} where nothing did; see {@link MailgunException#errorType}. */
    public @Nullable String errorType() {
        return errorType;
    }

    /** What a tracer wants to be sent. */
    Map<String, String> headers() {
        return headers;
    }

    void responded(int responseStatus) {
        status = responseStatus;
    }

    void failed(Throwable error) {
        if (error instanceof ErrorStatusException answered) {
            status = answered.status();
        }
        errorType = error instanceof MailgunException known
                ? known.errorType()
                : error.getClass().getName();
    }

    void cancelled() {
        errorType = "CANCELLED";
    }
}
