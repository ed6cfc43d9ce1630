package io.github.mailgunreactor.netty;

import io.netty.util.concurrent.FastThreadLocal;

/** One array per event loop that answers are read from, so that reading costs no allocation. */
final class ScratchArray {
    static final byte[] EMPTY = new byte[0];

    /** Larger arrays are left to the collector of garbage, so that one large answer does not cost memory for ever. */
    private static final int LARGEST_KEPT = 256 * 1024;

    private static final int SMALLEST = 16 * 1024;

    private static final FastThreadLocal<byte[]> KEPT = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return EMPTY;
        }
    };

    private ScratchArray() {}

    /** An array of at least this length. Until it is given back, the next borrower gets another. */
    static byte[] borrow(int length) {
        byte[] kept = KEPT.get();
        if (kept.length >= length) {
            KEPT.set(EMPTY);
            return kept;
        }
        return new byte[Math.max(length, SMALLEST)];
    }

    static void giveBack(byte[] array) {
        if (array.length <= LARGEST_KEPT && array.length > KEPT.get().length) {
            KEPT.set(array);
        }
    }
}
