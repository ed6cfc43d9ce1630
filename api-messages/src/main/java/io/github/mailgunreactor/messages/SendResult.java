package io.github.mailgunreactor.messages;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request of a job.
 *
 * @param first the index of its first item among all of the job
 * @param items what it carried: recipients, or one message
 * @param sendId its id, for {@link MessagesApi#find}
 * @param outcome what is known of it
 * @param messageId the message's id, as events have it; {@code null} unless it was sent
 * @param error why it was not sent or may not have been; {@code null} if it was sent
 * @param <T> a recipient or message
 */
public record SendResult<T>(
        long first,
        List<T> items,
        SendId sendId,
        SendOutcome outcome,
        @Nullable String messageId,
        @Nullable Throwable error) {
    public SendResult {
        items = List.copyOf(items);
        Objects.requireNonNull(sendId, "sendId");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Whether Mailgun has it. */
    public boolean sent() {
        return outcome == SendOutcome.SENT;
    }

    /** Which items, and what came of them: neither addresses nor content. */
    @Override
    public String toString() {
        return "SendResult[" + sendId + ", items " + first + " to " + (first + items.size() - 1) + ", " + outcome
                + (error == null ? "" : ", " + error.getClass().getSimpleName()) + "]";
    }
}
