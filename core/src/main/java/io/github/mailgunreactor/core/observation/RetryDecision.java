package io.github.mailgunreactor.core.observation;

import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import java.time.Duration;

/**
 * What was decided after a failed attempt.
 *
 * @param operation what was asked
 * @param region where it was asked
 * @param number which attempt failed, from 1
 * @param error how it failed
 * @param verdict whether there will be another attempt, and if not, why not
 * @param delay how long to wait before it; zero where there is none
 */
public record RetryDecision(
        Operation operation, Region region, int number, MailgunException error, Verdict verdict, Duration delay) {

    /** Whether to try again, and if not, why not. */
    public enum Verdict {
        /** There will be another attempt. */
        RETRY,
        /** The same call would fail again. */
        NOT_TRANSIENT,
        /** The call may have had its effect, and would have it twice. */
        NOT_SAFE,
        /** The body can be sent only once. */
        BODY_NOT_REPLAYABLE,
        /** The policy allows no more attempts. */
        NO_ATTEMPTS_LEFT,
        /** The wait would end after the call's timeout. */
        NO_TIME_LEFT
    }
}
