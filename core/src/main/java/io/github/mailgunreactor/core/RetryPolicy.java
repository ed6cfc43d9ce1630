package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.observation.RetryListener;
import java.time.Duration;
import java.util.Objects;

/**
 * When a call is tried again. Immutable: every method returns a changed copy.
 *
 * <p>An attempt is repeated if it failed in a way that may pass ({@link MailgunException#isTransient()}) <em>and</em> repeating
 * is safe: GET, PUT and DELETE; a POST that only reads; anything that certainly did not arrive; and status 429 or 420, with which
 * Mailgun refuses to act. A POST whose response was lost is never repeated, as it may have had its effect. Nor is a request
 * whose body cannot be sent once more.
 *
 * <p>Between attempts it waits a random time up to a bound that doubles with each attempt (full jitter); where the server asks
 * for a wait ({@code Retry-After}, {@code retry-seconds}, the end of the rate-limit window), as long and that random time
 * on top. The client's {@linkplain MailgunClientBuilder#timeout timeout} covers all attempts and waits: a wait that would go
 * beyond it is not begun, and the call fails with the error it has. Errors of earlier attempts are
 * {@linkplain Throwable#getSuppressed() suppressed} ones of the last, oldest first, if that is a {@link MailgunException}.
 *
 * <p>A repetition can find the work done: a DELETE whose first response was lost may end with 404, and has the lost response
 * among its suppressed errors.
 */
public final class RetryPolicy {
    private static final RetryListener NO_LISTENER = decision -> {};
    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(10), NO_LISTENER);

    private final int maxAttempts;
    private final Duration firstBackoff;
    private final Duration longestBackoff;
    private final RetryListener listener;

    private RetryPolicy(int maxAttempts, Duration firstBackoff, Duration longestBackoff, RetryListener listener) {
        this.maxAttempts = maxAttempts;
        this.firstBackoff = firstBackoff;
        this.longestBackoff = longestBackoff;
        this.listener = listener;
    }

    /** Three attempts, with waits of up to 200 and 400 milliseconds. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return DEFAULTS.maxAttempts(1);
    }

    /**
     * How often a call is tried, the first time included.
     *
     * @param most 1 to 20; default 3
     */
    public RetryPolicy maxAttempts(int most) {
        return new RetryPolicy(
                Arguments.requireRange("maxAttempts", most, 1, 20), firstBackoff, longestBackoff, listener);
    }

    /**
     * The bounds of the random wait.
     *
     * @param first the longest wait before the second attempt, 1 ms to 1 minute; it doubles for each further one. Default 200 ms
     * @param longest the longest wait before any attempt, {@code first} to 10 minutes. Default 10 seconds
     */
    public RetryPolicy backoff(Duration first, Duration longest) {
        Arguments.requireRange("first", first, Duration.ofMillis(1), Duration.ofMinutes(1));
        Arguments.requireRange("longest", longest, first, Duration.ofMinutes(10));
        return new RetryPolicy(maxAttempts, first, longest, listener);
    }

    /**
     * Tells the listener, too, of every failed attempt and what was decided. It must not block; what it throws becomes a
     * suppressed error of the failed attempt and changes nothing.
     */
    public RetryPolicy listener(RetryListener another) {
        Objects.requireNonNull(another, "listener must not be null");
        RetryListener before = listener;
        return new RetryPolicy(maxAttempts, firstBackoff, longestBackoff, decision -> {
            before.onDecision(decision);
            another.onDecision(decision);
        });
    }

    /** Whether there is neither a second attempt nor anyone to tell of the first. */
    @SuppressWarnings("ReferenceEquality") // it is asked for this very listener
    boolean isInert() {
        return maxAttempts == 1 && listener == NO_LISTENER;
    }

    int maxAttempts() {
        return maxAttempts;
    }

    RetryListener listener() {
        return listener;
    }

    /** The longest wait after the given number of attempts, in milliseconds. */
    long backoffBound(int attemptsMade) {
        long doubled = firstBackoff.toMillis() << Math.min(attemptsMade - 1, 20);
        return Math.min(doubled, longestBackoff.toMillis());
    }
}
