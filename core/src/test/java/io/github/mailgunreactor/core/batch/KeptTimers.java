package io.github.mailgunreactor.core.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** A scheduler whose timers run until a test has them ring, and that shows which do. */
final class KeptTimers implements Scheduler {
    private final List<Timer> running = new CopyOnWriteArrayList<>();

    private final class Timer implements Disposable {
        private final Runnable task;
        private final Duration delay;

        Timer(Runnable task, Duration delay) {
            this.task = task;
            this.delay = delay;
        }

        @Override
        public void dispose() {
            running.remove(this);
        }

        @Override
        public boolean isDisposed() {
            return !running.contains(this);
        }
    }

    /** The delays of those that were neither disposed of nor have rung. */
    List<Duration> running() {
        return running.stream().map(timer -> timer.delay).toList();
    }

    /** Has all timers ring that are running. */
    void ring() {
        List<Timer> due = List.copyOf(running);
        running.clear();
        due.forEach(timer -> timer.task.run());
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        Timer timer = new Timer(task, Duration.of(delay, unit.toChronoUnit()));
        running.add(timer);
        return timer;
    }

    @Override
    public Disposable schedule(Runnable task) {
        throw new UnsupportedOperationException("only timers");
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("only timers");
    }
}
