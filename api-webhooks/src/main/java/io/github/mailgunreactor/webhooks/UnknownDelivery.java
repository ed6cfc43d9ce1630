package io.github.mailgunreactor.webhooks;

/**
 * Mailgun signed it, and this version of the library does not know its shape. It is handed on rather than refused, as a refused delivery
 * never comes again.
 */
public final class UnknownDelivery extends WebhookDelivery {
    private final byte[] body;

    UnknownDelivery(Proof proof, byte[] body) {
        super(proof);
        this.body = body;
    }

    /** A copy of what was received. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "UnknownDelivery[" + body.length + " bytes]";
    }
}
