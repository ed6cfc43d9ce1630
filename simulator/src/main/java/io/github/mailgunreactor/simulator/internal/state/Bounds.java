package io.github.mailgunreactor.simulator.internal.state;

/**
 * How much a simulator remembers of what only grows; beyond, the oldest goes.
 *
 * @param messages how many messages are stored
 * @param messageBytes how much memory they may take, about
 * @param events how many events an account has in a region
 */
public record Bounds(int messages, long messageBytes, int events) {

    /** Room for a fraction of the heap of this process. */
    public static Bounds ofHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        return new Bounds(20_000, Math.max(4 << 20, Math.min(256L << 20, heap / 8)), (int)
                Math.max(10_000, Math.min(500_000, heap / 8 / 1024)));
    }
}
