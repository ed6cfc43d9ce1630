package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All webhooks of a domain.
 *
 * @param webhooks the URLs of each type that has some
 */
public record DomainWebhooks(Map<String, WebhookUrls> webhooks) implements PageBody<DomainWebhook> {

    @Override
    public List<DomainWebhook> items() {
        return webhooks.entrySet().stream()
                .map(entry -> new DomainWebhook(
                        new WebhookType(entry.getKey()), entry.getValue().urls()))
                .toList();
    }

    @Override
    public @Nullable Long total() {
        return (long) webhooks.size();
    }

    /** The URLs of a type; empty where it has none. */
    public List<String> urls(WebhookType type) {
        WebhookUrls of = webhooks.get(type.value());
        return of == null ? List.of() : of.urls();
    }
}
