package io.github.mailgunreactor.webhooks;

import java.time.Instant;

/**
 * A delivery whose signature was verified. Only a {@link WebhookVerifier} makes one. Mind that the signature does not cover the
 * content, see {@link WebhookSignature}.
 */
public abstract sealed class WebhookDelivery implements Verification
        permits EventDelivery, FormDelivery, AlertDelivery, UnknownDelivery {
    private final Proof proof;

    WebhookDelivery(Proof proof) {
        this.proof = proof;
    }

    /** What no other delivery has, and each repetition of this one has again. */
    public final String token() {
        return proof.token();
    }

    /** When Mailgun signed it first; repetitions have the same. */
    public final Instant signedAt() {
        return proof.signedAt();
    }
}
