package io.github.mailgunreactor.benchmarks;

import java.util.Locale;

/**
 * What one round of calls cost the process that made them.
 *
 * @param calls how many were finished
 * @param perSecond how many in a second
 * @param cpuMicros CPU time of the whole process per call, in microseconds: event loops, garbage collector, compiler
 * @param bytes allocated on the heap per call
 * @param threads the most threads that were alive, of all kinds
 * @param p50 half of the calls took at most so many milliseconds
 * @param p99 and 99 of 100
 * @param p999 and 999 of 1000
 */
record Round(
        long calls,
        double perSecond,
        double cpuMicros,
        double bytes,
        int threads,
        double p50,
        double p99,
        double p999) {
    /** The columns of the figures in {@link Results}. */
    static final int PER_SECOND = 1;

    static final int CPU = 2;
    static final int BYTES = 3;
    static final int THREADS = 4;
    static final int P50 = 5;
    static final int P99 = 6;
    static final int P999 = 7;
    static final int MEGABYTES = 8;

    String toLine() {
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %.1f %d %.3f %.3f %.3f",
                calls,
                perSecond,
                cpuMicros,
                bytes,
                threads,
                p50,
                p99,
                p999);
    }

    static Round parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Round(
                Long.parseLong(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Integer.parseInt(parts[4]),
                Double.parseDouble(parts[5]),
                Double.parseDouble(parts[6]),
                Double.parseDouble(parts[7]));
    }
}
