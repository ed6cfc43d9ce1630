package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What events and logs know of a message.
 *
 * @param headers some of its headers
 * @param attachments its attached files
 * @param recipients all its recipients
 * @param size its size in bytes
 * @param scheduledFor when it is to be delivered
 */
public record MessageSummary(
        @Nullable Headers headers,
        List<Attachment> attachments,
        List<String> recipients,
        @Nullable Long size,
        @JsonProperty("scheduled-for") @Nullable Instant scheduledFor) {

    /**
     * Headers of a message.
     *
     * @param to the header To
     * @param messageId the message id, without angle brackets
     * @param from the header From
     * @param subject the header Subject
     */
    public record Headers(
            @Nullable String to,
            @JsonProperty("message-id") @Nullable String messageId,
            @Nullable String from,
            @Nullable String subject) {}

    /**
     * An attached file.
     *
     * @param filename its name
     * @param contentType its media type
     * @param size its size in bytes
     */
    public record Attachment(
            @Nullable String filename,
            @JsonProperty("content-type") @Nullable String contentType,
            @Nullable Long size) {}
}
