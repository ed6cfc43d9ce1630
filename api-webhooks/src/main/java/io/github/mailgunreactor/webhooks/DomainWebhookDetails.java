package io.github.mailgunreactor.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of one type, and what was done with it.
 *
 * @param message Mailgun's words, where something was changed
 * @param webhook where it goes to; of a deleted one, where it went to
 */
public record DomainWebhookDetails(
        @Nullable String message, @Nullable WebhookUrls webhook) {

    /** Where it goes to; empty where the response did not say. */
    public List<String> urls() {
        return webhook == null ? List.of() : webhook.urls();
    }
}
