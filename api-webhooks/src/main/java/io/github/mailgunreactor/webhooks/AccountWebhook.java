package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of an account, for all its domains of a region.
 *
 * @param id identifies it
 * @param description what it is for
 * @param url where it goes to
 * @param types what it is called for
 * @param createdAt when it was made
 */
public record AccountWebhook(
        @JsonProperty("webhook_id") String id,
        @Nullable String description,
        @Nullable String url,
        @JsonProperty("event_types") List<WebhookType> types,
        @JsonProperty("created_at") @Nullable Instant createdAt) {}
