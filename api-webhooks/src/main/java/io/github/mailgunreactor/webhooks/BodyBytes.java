package io.github.mailgunreactor.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;

/** Collects a body up to a bound; what comes beyond ends it. */
final class BodyBytes {
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

    BodyBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a copy of a piece. */
    void add(ByteBuffer piece) {
        int count = piece.remaining();
        if (count > maxBytes - bytes.size()) {
            throw new BeyondBound();
        }
        byte[] copy = new byte[count];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What to reply where a body did not come to its end. */
    static WebhookReply replyTo(Throwable failure) {
        if (failure instanceof BeyondBound) {
            return WebhookReply.refused(RefusedDelivery.Reason.TOO_LARGE);
        }
        return failure instanceof TimeoutException
                ? WebhookReply.failed(WebhookReply.Outcome.TIMED_OUT, failure)
                : WebhookReply.failed(WebhookReply.Outcome.BROKEN_OFF, failure);
    }

    static final class BeyondBound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondBound() {
            super("the body is larger than the receiver takes", null, false, false);
        }
    }
}
