package io.github.mailgunreactor.mailinglists;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Many members were added to a mailing list, or will be.
 *
 * @param list the list, as it was when Mailgun responded
 * @param taskId the task that adds them later, by which events tell of it; {@code null} where they are there already
 * @param message Mailgun's confirmation
 */
public record ListUpload(
        @Nullable MailingList list,
        @JsonProperty("task-id") @Nullable String taskId,
        @Nullable String message) {}
