package io.github.mailgunreactor.webhooks;

import java.util.List;

/**
 * A webhook of a domain.
 *
 * @param type what it is called for
 * @param urls where it goes to
 */
public record DomainWebhook(WebhookType type, List<String> urls) {}
