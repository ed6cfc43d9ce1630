package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.MessageStorage;
import io.github.mailgunreactor.events.MessageSummary;
import io.github.mailgunreactor.events.UserVariables;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of Mailgun's logs, as far as it tells of a send. {@code LogsApi} of {@code api-analytics} has all of it.
 *
 * @param id identifies the line
 * @param type what happened
 * @param timestamp when
 * @param recipient the recipient
 * @param message the message
 * @param storage where it is stored
 * @param userVariables the message's variables, its send id among them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendRecord(
        String id,
        @JsonProperty("event") EventType type,
        @JsonProperty("@timestamp") Instant timestamp,
        @Nullable String recipient,
        @Nullable MessageSummary message,
        @Nullable MessageStorage storage,
        @JsonProperty("user-variables") @Nullable UserVariables userVariables) {

    /** The id of the message, as {@link SentMessage#id()} has it. */
    public @Nullable String messageId() {
        return message == null || message.headers() == null
                ? null
                : message.headers().messageId();
    }

    boolean isOf(SendId sendId) {
        return userVariables != null
                && sendId.value().equals(userVariables.values().get(SendId.VARIABLE));
    }

    /** What happened and when: neither addresses nor content. */
    @Override
    public String toString() {
        return "SendRecord[" + id + ", " + type.value() + ", " + timestamp + "]";
    }
}
