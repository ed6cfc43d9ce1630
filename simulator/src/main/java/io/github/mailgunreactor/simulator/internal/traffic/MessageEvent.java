package io.github.mailgunreactor.simulator.internal.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param unique of opens and clicks, whether it is the first of the message within seven days
 */
public record MessageEvent(
        String id,
        Instant timestamp,
        String type,
        MessageFacts message,
        Delivery delivery,
        Visit visit,
        boolean unique) {

    /**
     * What came of a try to deliver; empty for other events.
     *
     * @param severity of failures
     * @param bounceType of bounces
     */
    public record Delivery(
            int attempt,
            int code,
            String text,
            @Nullable String severity,
            @Nullable String reason,
            @Nullable String bounceType) {
        public static final Delivery NONE = new Delivery(0, 0, "", null, null, null);
    }

    /** Who opened or clicked, where and with what; empty for other events. */
    public record Visit(
            @Nullable String url,
            @Nullable String country,
            @Nullable String device,
            @Nullable String bot) {
        public static final Visit NONE = new Visit(null, null, null, null);
    }

    public boolean hasType(String wanted) {
        return type.equals(wanted);
    }

    public boolean failed(String severity) {
        return severity.equals(delivery.severity());
    }

    public boolean because(String reason) {
        return reason.equals(delivery.reason());
    }

    public boolean suppressed() {
        return delivery.reason() != null && delivery.reason().startsWith("suppress-");
    }
}
