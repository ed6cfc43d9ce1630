package io.github.mailgunreactor.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a domain.
 *
 * @param regular messages to deliver now
 * @param scheduled messages to deliver later
 */
public record SendingQueues(
        @Nullable SendingQueue regular, @Nullable SendingQueue scheduled) {

    /**
     * A queue.
     *
     * @param disabled whether it takes no message
     * @param stop why it does not, and until when
     */
    public record SendingQueue(
            @JsonProperty("is_disabled") @Nullable Boolean disabled,
            @JsonProperty("disabled") @Nullable Stop stop) {}

    /**
     * Why a queue takes no message.
     *
     * @param until when it takes messages again; {@code null} where Mailgun does not say
     * @param reason why, such as {@code You have too many messages in queue}
     */
    public record Stop(@Nullable Instant until, @Nullable String reason) {}
}
