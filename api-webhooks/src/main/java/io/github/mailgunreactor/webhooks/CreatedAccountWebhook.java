package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of an account that was made.
 *
 * @param id identifies it
 */
public record CreatedAccountWebhook(
        @JsonProperty("webhook_id") @Nullable String id) {}
