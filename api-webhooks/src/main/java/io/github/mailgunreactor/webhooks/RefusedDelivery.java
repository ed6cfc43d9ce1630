package io.github.mailgunreactor.webhooks;

import java.util.Objects;

/**
 * Something that was received and must not be trusted.
 *
 * @param reason why
 */
public record RefusedDelivery(Reason reason) implements Verification {
    public RefusedDelivery {
        Objects.requireNonNull(reason, "reason");
    }

    /** Why a delivery is refused. */
    public enum Reason {
        /** It has more bytes than the verifier takes. */
        TOO_LARGE,
        /** Neither JSON nor a form, or a damaged one. */
        UNREADABLE,
        /** No signature, token or timestamp; or several, so that nobody can say which one counts. */
        UNSIGNED,
        /** Its signature was made with none of the keys. */
        WRONG_SIGNATURE,
        /** It is older than the verifier's window. */
        TOO_OLD,
        /** It is dated in the future; so is a timestamp in milliseconds. */
        IN_THE_FUTURE
    }
}
