package io.github.mailgunreactor.resilience;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;

/**
 * What must not grow.
 *
 * @param heap bytes in use; meaningful after a collection only
 * @param directMemory bytes outside of the heap, Netty's and the JDK's
 * @param threads that run now
 * @param threadsStarted how many ever were: also those that have ended are seen
 */
record Vitals(long heap, long directMemory, int threads, long threadsStarted) {

    static Vitals now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long jdk = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        long netty = Math.max(0, PlatformDependent.usedDirectMemory());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new Vitals(heap.getUsed(), jdk + netty, threads.getThreadCount(), threads.getTotalStartedThreadCount());
    }

    /** After what is garbage has been collected. */
    static Vitals settled() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return now();
    }
}
