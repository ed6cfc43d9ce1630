package io.github.mailgunreactor.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What to answer Mailgun, and why.
 *
 * @param outcome what became of the delivery
 * @param refusal why it was refused, where it was
 * @param failure what the handler or the guard signalled, where one did
 */
public record WebhookReply(
        Outcome outcome,
        RefusedDelivery.@Nullable Reason refusal,
        @Nullable Throwable failure) {

    /** What became of a delivery, with the status that tells Mailgun so. */
    public enum Outcome {
        /** It was handled. */
        HANDLED(200),
        /** It had been handled before: the handler was not called, and Mailgun need not come again. */
        REPEATED(200),
        /** It is not signed, too old, or otherwise nothing to trust; the handler was not called. */
        REFUSED(406),
        /** The handler will never take it. */
        REJECTED(406),
        /** The same delivery is being handled right now; Mailgun comes again. */
        IN_PROGRESS(503),
        /** The handler failed; Mailgun comes again. */
        FAILED(500),
        /** The body took too long to arrive, or the handler did and was cancelled; Mailgun comes again. */
        TIMED_OUT(503),
        /** The connection broke while the body came; if anybody hears this, Mailgun comes again. */
        BROKEN_OFF(503),
        /** The guard failed, so that nobody knows whether it was handled; Mailgun comes again. */
        UNGUARDED(503);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }
    }

    static WebhookReply of(Outcome outcome) {
        return new WebhookReply(outcome, null, null);
    }

    static WebhookReply failed(Outcome outcome, Throwable failure) {
        return new WebhookReply(outcome, null, failure);
    }

    static WebhookReply refused(RefusedDelivery.Reason reason) {
        return new WebhookReply(Outcome.REFUSED, reason, null);
    }

    /** The HTTP status: exactly 200 is done, 406 is refused for good, with anything else Mailgun comes again for eight hours. */
    public int status() {
        return outcome.status;
    }
}
