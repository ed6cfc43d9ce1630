package io.github.mailgunreactor.netty;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that keeps the time of all transports of this process. It runs nobody else's code: what ends a call is handed
 * to an event loop, so that a subscriber that throws or blocks costs no other call its deadline. It is a daemon, and
 * ends when there is nothing to wait for.
 */
final class TimerThread {
    private static final ScheduledThreadPoolExecutor TIMER = start();

    private TimerThread() {}

    private static ScheduledThreadPoolExecutor start() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "mailgun-timer");
            thread.setDaemon(true);
            thread.setContextClassLoader(TimerThread.class.getClassLoader());
            return thread;
        });
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** The task only looks at the time and hands on. */
    static Future<?> after(Duration delay, Runnable task) {
        return TIMER.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
