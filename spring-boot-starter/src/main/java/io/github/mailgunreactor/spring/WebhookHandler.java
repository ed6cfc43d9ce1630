package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.webhooks.WebhookDelivery;
import org.reactivestreams.Publisher;

/** A bean of this type handles what {@code WebhookReceiver} receives: verified, and each delivery once. */
@FunctionalInterface
public interface WebhookHandler {

    /**
     * Handles a delivery.
     *
     * @return completes when it is handled; an error has Mailgun come again, but for {@code RejectedDeliveryException}, which ends it. It
     *     must not block
     */
    Publisher<?> handle(WebhookDelivery delivery);
}
