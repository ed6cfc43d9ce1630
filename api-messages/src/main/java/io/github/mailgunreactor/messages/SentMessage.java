package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A message that Mailgun took. It is queued, not delivered: what becomes of it is told by events, logs and webhooks.
 *
 * @param header the id as the header {@code Message-Id} has it, in angle brackets
 * @param message Mailgun's words
 * @param sendId the id that its sender gave it; {@code null} for one that was sent again from storage
 */
public record SentMessage(
        @JsonProperty("id") String header,
        @Nullable String message,
        @JsonProperty("send-id") @Nullable SendId sendId) {

    /** The id as events, logs and webhooks have it, without angle brackets. */
    public String id() {
        return header.startsWith("<") && header.endsWith(">") ? header.substring(1, header.length() - 1) : header;
    }

    SentMessage sentAs(@Nullable SendId id) {
        return new SentMessage(header, message, id);
    }
}
