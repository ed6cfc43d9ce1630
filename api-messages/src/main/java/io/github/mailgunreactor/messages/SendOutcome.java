package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.NoResponseException;

/** What is known of a send. */
public enum SendOutcome {
    /** Mailgun has it. */
    SENT,
    /** Mailgun certainly does not have it: sending it again does no harm. */
    NOT_SENT,
    /** Mailgun may have it: sending it again may deliver it twice. {@link MessagesApi#prove} finds out. */
    UNKNOWN;

    /**
     * What an error of a send says of it. {@link #NOT_SENT} is certain: the request never left, was not made, or was refused by
     * a status from 300 to 499 other than 408 and 425. Everything else is {@link #UNKNOWN}, a status of 500 and above too: gateways
     * give it for what they have passed on.
     */
    public static SendOutcome of(Throwable error) {
        if (error instanceof NoResponseException lost) {
            return lost.requestSent() ? UNKNOWN : NOT_SENT;
        }
        if (error instanceof ErrorStatusException refused) {
            int status = refused.status();
            return status >= 300 && status < 500 && status != 408 && status != 425 ? NOT_SENT : UNKNOWN;
        }
        return error instanceof UnsentException ? NOT_SENT : UNKNOWN;
    }
}
