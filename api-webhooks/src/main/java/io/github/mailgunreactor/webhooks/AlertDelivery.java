package io.github.mailgunreactor.webhooks;

import java.time.Instant;

/** An alert, such as of an IP address on a block list. Its signature, in the header {@code X-Sign}, covers the whole content. */
public final class AlertDelivery implements WebhookDelivery {
    private final Proof proof;
    private final WebhookAlert alert;

    AlertDelivery(Proof proof, WebhookAlert alert) {
        this.proof = proof;
        this.alert = alert;
    }

    /** What happened. */
    public WebhookAlert alert() {
        return alert;
    }

    @Override
    public String token() {
        return proof.token();
    }

    @Override
    public Instant signedAt() {
        return proof.signedAt();
    }

    @Override
    public String toString() {
        return "AlertDelivery[" + alert.type() + ", " + alert.id() + "]";
    }
}
