package io.github.mailgunreactor.resilience;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/**
 * What must not grow.
 *
 * @param heap bytes in use; meaningful after a collection only
 * @param directMemory bytes outside of the heap, Netty's and the JDK's
 */
record Vitals(long heap, long directMemory, int threads) {

    static Vitals now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long jdk = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        long netty = Math.max(0, PlatformDependent.usedDirectMemory());
        return new Vitals(
                heap.getUsed(), jdk + netty, ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** After what is garbage has been collected. */
    static Vitals settled() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return now();
    }
}
