package io.github.mailgunreactor.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Mailgun has a send.
 *
 * @param sendId the send
 * @param record what shows that it has; {@code null} where nothing did in the time that records may take
 * @param asOf when that was known
 */
public record SendProof(SendId sendId, @Nullable SendRecord record, Instant asOf) {

    /** Whether Mailgun has it; else it may be sent once more. */
    public boolean sent() {
        return record != null;
    }

    /** The id of the message, or {@code null}. */
    public @Nullable String messageId() {
        return record == null ? null : record.messageId();
    }
}
