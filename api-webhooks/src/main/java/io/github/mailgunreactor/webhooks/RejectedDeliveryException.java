package io.github.mailgunreactor.webhooks;

/**
 * What a handler signals for a delivery that it will never take: Mailgun gets status 406 and does not come again. Any other error of a handler
 * makes Mailgun come again.
 */
public final class RejectedDeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Rejects a delivery.
     *
     * @param reason for your log; Mailgun does not get it
     */
    public RejectedDeliveryException(String reason) {
        super(reason, null, false, false);
    }
}
