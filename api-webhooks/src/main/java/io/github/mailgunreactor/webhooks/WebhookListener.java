package io.github.mailgunreactor.webhooks;

/**
 * Hears what a {@link WebhookReceiver} replies: for counters and logs. It is called on the thread of the reply, before Mailgun gets it, and
 * must not block. What it throws is logged and changes nothing.
 *
 * <pre>{@code
 * receiver.listener(reply -> registry.counter("webhooks", "outcome", reply.outcome().name(),
 *         "reason", String.valueOf(reply.refusal())).increment())
 * }</pre>
 */
@FunctionalInterface
public interface WebhookListener {

    /** Something was received, and this is what Mailgun gets to hear. */
    void replied(WebhookReply reply);
}
