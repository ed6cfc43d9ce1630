package io.github.mailgunreactor.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A closed loop: so many calls in flight, each followed by the next at once, until all are made. */
final class Load {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Peer peer;
    private final Scenario scenario;
    private final long[][] latencies;
    private final int[] calls;
    private final CountDownLatch running;
    private final CountDownLatch measured = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    private final LongAdder finished = new LongAdder();
    private final AtomicLong left;

    private Load(Peer peer, Scenario scenario, int inFlight, long count) {
        this.peer = peer;
        this.scenario = scenario;
        this.latencies = new long[inFlight][1024];
        this.calls = new int[inFlight];
        this.running = new CountDownLatch(inFlight);
        this.left = new AtomicLong(count - inFlight);
    }

    static Round run(Peer peer, Scenario scenario, int inFlight, double scale) throws InterruptedException {
        long count = Math.max(inFlight, Math.round(scenario.callsPerTurn() * scale));
        return new Load(peer, scenario, inFlight, count).run(inFlight);
    }

    private Round run(int inFlight) throws InterruptedException {
        long start = System.nanoTime();
        long bytes = allocated();
        long cpu = PROCESS.getProcessCpuTime();
        for (int slot = 0; slot < inFlight; slot++) {
            int own = slot;
            if (peer.blocks()) {
                Thread caller = new Thread(() -> callInLoop(own), "caller-" + slot);
                caller.setDaemon(true);
                caller.start();
            } else {
                callNext(own);
            }
        }
        running.await();
        long bytesUsed = allocated() - bytes;
        int threads = THREADS.getThreadCount();
        cpu = PROCESS.getProcessCpuTime() - cpu;
        long nanos = System.nanoTime() - start;
        measured.countDown();
        Throwable failure = failed.get();
        if (failure != null) {
            throw new IllegalStateException(scenario + " failed", failure);
        }
        long[] sorted = sortedLatencies();
        long count = finished.sum();
        return new Round(
                count,
                count * 1e9 / nanos,
                cpu / 1e3 / count,
                (double) bytesUsed / count,
                threads,
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                percentile(sorted, 0.999));
    }

    /** A blocking caller: the loop is its own thread's, which stays until its allocation has been counted. */
    private void callInLoop(int slot) {
        boolean goOn = true;
        while (goOn) {
            long start = System.nanoTime();
            boolean[] more = {false};
            peer.call(scenario, failure -> more[0] = note(slot, start, failure));
            goOn = more[0];
        }
        running.countDown();
        try {
            measured.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void callNext(int slot) {
        long start = System.nanoTime();
        peer.call(scenario, failure -> {
            if (note(slot, start, failure)) {
                callNext(slot);
            } else {
                running.countDown();
            }
        });
    }

    /** Whether the slot should go on. */
    private boolean note(int slot, long start, @Nullable Throwable failure) {
        long now = System.nanoTime();
        if (failure != null) {
            failed.compareAndSet(null, failure);
            return false;
        }
        finished.increment();
        int number = calls[slot]++;
        if (number == latencies[slot].length) {
            latencies[slot] = Arrays.copyOf(latencies[slot], 2 * number);
        }
        latencies[slot][number] = now - start;
        return failed.get() == null && left.getAndDecrement() > 0;
    }

    private long[] sortedLatencies() {
        long[] all = new long[Arrays.stream(calls).sum()];
        int at = 0;
        for (int slot = 0; slot < calls.length; slot++) {
            System.arraycopy(latencies[slot], 0, all, at, calls[slot]);
            at += calls[slot];
        }
        Arrays.sort(all);
        return all;
    }

    /** In milliseconds. */
    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
