package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Arguments;
import java.time.Duration;

/** How long to wait for proof of a send. Immutable: every method returns a changed copy. */
public final class ProofPolicy {
    private static final ProofPolicy DEFAULTS = new ProofPolicy(Duration.ofMinutes(30), Duration.ofSeconds(15));

    private final Duration recordsWithin;
    private final Duration lookEvery;

    private ProofPolicy(Duration recordsWithin, Duration lookEvery) {
        this.recordsWithin = recordsWithin;
        this.lookEvery = lookEvery;
    }

    /** Records show up within 30 minutes, by Mailgun's manual; a look every 15 seconds, which it asks for at least. */
    public static ProofPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * How long a record may take to show up. Who takes less than Mailgun needs will take messages for not sent that are.
     *
     * @param duration 1 ms to 24 hours; default 30 minutes
     */
    public ProofPolicy recordsWithin(Duration duration) {
        Arguments.requireRange("duration", duration, Duration.ofMillis(1), Duration.ofHours(24));
        return new ProofPolicy(duration, lookEvery);
    }

    /**
     * How often to look until then.
     *
     * @param interval 1 ms to 1 hour; default 15 seconds
     */
    public ProofPolicy lookEvery(Duration interval) {
        Arguments.requireRange("interval", interval, Duration.ofMillis(1), Duration.ofHours(1));
        return new ProofPolicy(recordsWithin, interval);
    }

    Duration recordsWithin() {
        return recordsWithin;
    }

    Duration lookEvery() {
        return lookEvery;
    }
}
