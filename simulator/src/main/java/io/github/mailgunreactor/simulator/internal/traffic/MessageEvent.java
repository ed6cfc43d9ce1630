package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message, or to an upload of members to a mailing list.
 *
 * @param unique of opens and clicks, whether it is the first of the message within seven days
 * @param upload of uploads, what is told of them; {@code null} where a message is meant
 */
public record MessageEvent(
        String id,
        Instant timestamp,
        String type,
        MessageFacts message,
        Delivery delivery,
        Visit visit,
        boolean unique,
        @Nullable Upload upload) {

    public MessageEvent(
            String id,
            Instant timestamp,
            String type,
            MessageFacts message,
            Delivery delivery,
            Visit visit,
            boolean unique) {
        this(id, timestamp, type, message, delivery, visit, unique, null);
    }

    /** An event of an upload to a mailing list of a domain. */
    public static MessageEvent of(String id, Instant timestamp, String type, MessageFacts list, Upload upload) {
        return new MessageEvent(id, timestamp, type, list, Delivery.NONE, Visit.NONE, false, upload);
    }

    /**
     * An upload of members to a mailing list.
     *
     * @param fields what only events of this type have
     */
    public record Upload(String taskId, String list, JsonObject fields) {}

    /**
     * What came of an attempt to deliver; empty for other events.
     *
     * @param severity of failures
     * @param bounceType of bounces
     */
    public record Delivery(
            int attempt,
            int code,
            String text,
            String description,
            @Nullable String severity,
            @Nullable String reason,
            @Nullable String bounceType) {
        public static final Delivery NONE = new Delivery(0, 0, "", "", null, null, null);

        /** Not tried, because of an entry of a suppression list: bounce, unsubscribe or complaint. */
        public static Delivery suppressed(String list) {
            return switch (list) {
                case "bounce" -> suppressed(list, 605, "Not delivering to previously bounced address");
                case "unsubscribe" -> suppressed(list, 606, "Not delivering to unsubscribed address");
                case "complaint" -> suppressed(list, 607, "Not delivering to a user who marked your messages as spam");
                default -> throw new IllegalArgumentException("list must be bounce, unsubscribe or complaint");
            };
        }

        private static Delivery suppressed(String list, int code, String description) {
            return new Delivery(1, code, "", description, "permanent", "suppress-" + list, null);
        }
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
