package io.github.mailgunreactor.webhooks;

import java.time.Instant;

/**
 * Mailgun signed it, and this version of the library does not know its shape. It is handed on rather than refused, as a refused delivery
 * never comes again.
 */
public final class UnknownDelivery implements WebhookDelivery {
    private final Proof proof;
    private final byte[] body;

    UnknownDelivery(Proof proof, byte[] body) {
        this.proof = proof;
        this.body = body;
    }

    /** A copy of what was received. */
    public byte[] body() {
        return body.clone();
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
        return "UnknownDelivery[" + body.length + " bytes]";
    }
}
