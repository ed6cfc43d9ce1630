package io.github.mailgunreactor.webhooks;

import java.util.Objects;
import reactor.core.publisher.MonoSink;

/** A delivery of a {@link WebhookStream}, for which Mailgun waits. Exactly one of the methods settles it; further ones have no effect. */
public final class UnsettledDelivery {
    private final WebhookDelivery delivery;
    private final MonoSink<Void> sink;

    UnsettledDelivery(WebhookDelivery delivery, MonoSink<Void> sink) {
        this.delivery = delivery;
        this.sink = sink;
    }

    /** What was delivered. */
    public WebhookDelivery delivery() {
        return delivery;
    }

    /** It is done: Mailgun gets 200, unless the receiver's timeout has passed, after which it comes again. */
    public void done() {
        sink.success();
    }

    /** It is never to come again: Mailgun gets 406. */
    public void reject(String reason) {
        sink.error(new RejectedDeliveryException(reason));
    }

    /** It could not be handled now: Mailgun comes again. */
    public void fail(Throwable failure) {
        sink.error(Objects.requireNonNull(failure, "failure"));
    }

    @Override
    public String toString() {
        return "Unsettled" + delivery;
    }
}
