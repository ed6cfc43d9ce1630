package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.events.Event;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The events that a tail has given, as far back as it still reads: a 64-bit fingerprint and the second of each. They stand
 * in arrays to which is only ever appended, so that a position after each event is a view of them and not a copy.
 */
final class SeenEvents {
    private static final long SECONDS_PER_DAY = 86_400;

    private long[] fingerprints;
    private long[] seconds;
    private int count;
    private final Set<Long> index = new HashSet<>();

    SeenEvents(Snapshot start) {
        fingerprints = new long[Math.max(64, start.count)];
        seconds = new long[fingerprints.length];
        for (int i = 0; i < start.count; i++) {
            add(start.seconds[i], start.fingerprints[i]);
        }
    }

    /** What had been given at some time. Later events are appended behind it and do not change it. */
    static final class Snapshot {
        static final Snapshot EMPTY = new Snapshot(new long[0], new long[0], 0);

        private final long[] fingerprints;
        private final long[] seconds;
        private final int count;

        Snapshot(long[] fingerprints, long[] seconds, int count) {
            this.fingerprints = fingerprints;
            this.seconds = seconds;
            this.count = count;
        }

        int count() {
            return count;
        }

        long second(int i) {
            return seconds[i];
        }

        long fingerprint(int i) {
            return fingerprints[i];
        }
    }

    /** Remembers an event; {@code false} if it was there already. */
    boolean add(Event event) {
        long second = event.timestamp().getEpochSecond();
        return add(second, fingerprint(event.id(), second));
    }

    boolean add(long second, long fingerprint) {
        if (!index.add(fingerprint)) {
            return false;
        }
        if (count == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, count * 2);
            seconds = Arrays.copyOf(seconds, count * 2);
        }
        fingerprints[count] = fingerprint;
        seconds[count] = second;
        count++;
        return true;
    }

    Snapshot snapshot() {
        return new Snapshot(fingerprints, seconds, count);
    }

    int size() {
        return count;
    }

    /** Forgets what was before a second. */
    void forgetBefore(long second) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            kept += seconds[i] >= second ? 1 : 0;
        }
        if (kept == count) {
            return;
        }
        // New arrays: snapshots still look at the ones before.
        long[] keptFingerprints = new long[Math.max(64, kept * 2)];
        long[] keptSeconds = new long[keptFingerprints.length];
        int to = 0;
        for (int i = 0; i < count; i++) {
            if (seconds[i] >= second) {
                keptFingerprints[to] = fingerprints[i];
                keptSeconds[to++] = seconds[i];
            } else {
                index.remove(fingerprints[i]);
            }
        }
        fingerprints = keptFingerprints;
        seconds = keptSeconds;
        count = kept;
    }

    /** The earliest second from which on there are at most so many events. */
    long secondToKeep(int events) {
        long[] sorted = Arrays.copyOf(seconds, count);
        Arrays.sort(sorted);
        return count <= events ? sorted[0] : sorted[count - events - 1] + 1;
    }

    /**
     * FNV-1a with the finish of MurmurHash3: ids differ in few characters, fingerprints should in all bits. The day is in it
     * because ids are unique within a day only.
     */
    private static long fingerprint(String id, long second) {
        long hash = 0xcbf29ce484222325L ^ Math.floorDiv(second, SECONDS_PER_DAY);
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
