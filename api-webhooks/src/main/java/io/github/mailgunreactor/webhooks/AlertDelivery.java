package io.github.mailgunreactor.webhooks;

/** An alert, such as of an IP address on a block list. Its signature, in the header {@code X-Sign}, covers the whole content. */
public final class AlertDelivery extends WebhookDelivery {
    private final WebhookAlert alert;

    AlertDelivery(Proof proof, WebhookAlert alert) {
        super(proof);
        this.alert = alert;
    }

    /** What happened. */
    public WebhookAlert alert() {
        return alert;
    }

    @Override
    public String toString() {
        return "AlertDelivery[" + alert.type() + ", " + alert.id() + "]";
    }
}
