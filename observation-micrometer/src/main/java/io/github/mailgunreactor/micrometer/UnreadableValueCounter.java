package io.github.mailgunreactor.micrometer;

import io.github.mailgunreactor.core.observation.UnreadableValue;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/**
 * Counts the places where responses have something that cannot be read:
 *
 * <pre>{@code
 * MailgunClient.builder(key).unreadableValueListener(UnreadableValueCounter.of(registry))
 * }</pre>
 *
 * <p>{@code mailgun.client.unreadable.values}, tagged with {@code http.request.method}, {@code url.template} and
 * {@code mailgun.field}. A client tells of a place once, so each counter is at most the number of clients: what matters is
 * that there is one.
 */
public final class UnreadableValueCounter implements UnreadableValueListener {
    private final MeterRegistry registry;

    private UnreadableValueCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counters in this registry. */
    public static UnreadableValueCounter of(MeterRegistry registry) {
        return new UnreadableValueCounter(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void onUnreadableValue(UnreadableValue value) {
        registry.counter(
                        "mailgun.client.unreadable.values",
                        "http.request.method",
                        value.operation().method().toString(),
                        "url.template",
                        value.operation().template(),
                        "mailgun.field",
                        value.field())
                .increment();
    }
}
