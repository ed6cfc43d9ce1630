package io.github.mailgunreactor.core.ratelimit;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Operation;

/**
 * What one call takes out of a budget. Mailgun counts several things at once, each in windows of its own.
 *
 * @param calls calls, and so requests and messages
 * @param recipients recipients of messages, see {@link Operation#recipients(int)}
 */
public record RateCost(long calls, long recipients) {

    public RateCost {
        Arguments.requireRange("calls", calls, 0, Integer.MAX_VALUE);
        Arguments.requireRange("recipients", recipients, 0, Integer.MAX_VALUE);
    }

    /** One call of an operation, and the recipients it says. */
    static RateCost of(Operation operation) {
        return new RateCost(1, operation.recipients());
    }
}
