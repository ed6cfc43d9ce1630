package io.github.mailgunreactor.webhooks;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Knows which deliveries were handled. Mailgun repeats a delivery that did not get status 200, with the same token, and whoever saw one can
 * send it again: with a guard a delivery is handled once, and one whose handling failed is handled again.
 *
 * <p>One {@linkplain #inMemory in memory} serves one process; several processes behind one address need one on a store that they share. None
 * of the methods may block. Where one fails, the delivery is not handled, and Mailgun is told to come again.
 */
public interface ReplayGuard {

    /** What a guard says to one who wants to handle a delivery. */
    enum Claim {
        /** It is the caller's: nobody handles it, and nobody has. */
        GRANTED,
        /** Somebody is handling it now. */
        IN_PROGRESS,
        /** It was handled. */
        DONE
    }

    /**
     * Claims a delivery. A claim that is neither {@linkplain #done done} nor {@linkplain #forget forgotten}, as its process died, ends with
     * time.
     *
     * @param token the {@link WebhookDelivery#token()}
     */
    Mono<Claim> claim(String token);

    /** Remembers that a delivery was handled. */
    Mono<Void> done(String token);

    /** Takes a claim back, as the handling failed. */
    Mono<Void> forget(String token);

    /**
     * A guard in the memory of this process, for 100,000 deliveries (some 20 MB) and 13 hours. Where more come, it forgets the oldest ones
     * that were handled; then one of these could be handled again.
     */
    static ReplayGuard inMemory() {
        return inMemory(100_000, Duration.ofHours(13));
    }

    /**
     * A guard in the memory of this process.
     *
     * @param mostTokens how many deliveries it remembers, 1 to 10,000,000
     * @param keep how long it remembers one, 1 minute to 60 days: longer than the verifier's window
     */
    static ReplayGuard inMemory(int mostTokens, Duration keep) {
        return new InMemoryReplayGuard(mostTokens, keep, System::nanoTime);
    }
}
