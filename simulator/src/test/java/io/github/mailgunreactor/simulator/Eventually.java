package io.github.mailgunreactor.simulator;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Eventually() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            Thread.sleep(5);
        }
    }
}
