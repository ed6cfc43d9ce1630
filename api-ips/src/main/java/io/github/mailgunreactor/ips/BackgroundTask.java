package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A change that Mailgun has begun and goes on with after its response. It can still fail midway.
 *
 * @param message Mailgun's words, {@code started}
 * @param referenceId identifies the change, to Mailgun's support for instance
 */
public record BackgroundTask(
        @Nullable String message,
        @JsonProperty("reference_id") @Nullable String referenceId) {}
