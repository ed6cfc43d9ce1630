package io.github.mailgunreactor.webhooks;

import java.time.Instant;

/**
 * A delivery whose signature was verified. Only a {@link WebhookVerifier} makes one. Mind that the signature does not cover the
 * content, see {@link WebhookSignature}.
 */
public sealed interface WebhookDelivery extends Verification
        permits EventDelivery, FormDelivery, AlertDelivery, UnknownDelivery {

    /** What no other delivery has, and each repetition of this one has again. */
    String token();

    /** When Mailgun signed it first; repetitions have the same. */
    Instant signedAt();
}
