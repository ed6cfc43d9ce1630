package io.github.mailgunreactor.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares pieces of work on a machine that is busy with other things: they take turns, and what counts is the CPU time
 * and the allocation of the one thread that does them, not the clock on the wall.
 */
final class Alternating {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Supplier<Object>> candidates = new LinkedHashMap<>();

    Alternating add(String name, Supplier<Object> work) {
        candidates.put(name, work);
        return this;
    }

    /**
     * What one call costs.
     *
     * @param nanos CPU time of each round
     * @param bytes allocated per call
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cost(double[] nanos, double bytes) {
        Spread time() {
            return Spread.of(nanos);
        }
    }

    Map<String, Cost> run(int rounds, long nanosPerTurn) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, Double> bytes = new LinkedHashMap<>();
        for (int round = -rounds / 2; round < rounds; round++) {
            for (Map.Entry<String, Supplier<Object>> candidate : candidates.entrySet()) {
                double[] cost = turn(candidate.getValue(), nanosPerTurn);
                if (round >= 0) {
                    times.computeIfAbsent(candidate.getKey(), name -> new ArrayList<>())
                            .add(cost[0]);
                    bytes.put(candidate.getKey(), cost[1]);
                }
            }
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        times.forEach((name, values) -> costs.put(
                name,
                new Cost(values.stream().mapToDouble(Double::doubleValue).toArray(), bytes.getOrDefault(name, 0.0))));
        return costs;
    }

    private static double[] turn(Supplier<Object> work, long nanosPerTurn) {
        long calls = 0;
        int consumed = 0;
        long startBytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        long now = start;
        while (now - start < nanosPerTurn) {
            for (int i = 0; i < 16; i++) {
                consumed += System.identityHashCode(work.get()) & 1;
            }
            calls += 16;
            now = THREADS.getCurrentThreadCpuTime();
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
        if (consumed < 0) {
            throw new IllegalStateException();
        }
        return new double[] {(now - start) / (double) calls, allocated / (double) calls};
    }
}
