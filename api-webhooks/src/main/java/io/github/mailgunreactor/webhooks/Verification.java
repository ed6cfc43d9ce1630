package io.github.mailgunreactor.webhooks;

/** What a {@link WebhookVerifier} found: a delivery that Mailgun signed, or why it is none. */
public sealed interface Verification permits WebhookDelivery, RefusedDelivery {}
