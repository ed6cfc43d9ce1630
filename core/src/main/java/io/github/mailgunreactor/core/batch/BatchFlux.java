package io.github.mailgunreactor.core.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Cuts the items of a source into batches by number, size and time. It asks the source for what fits into one batch, and
 * that only while one is in demand. An item is never lost: those that an error of the source leaves behind are a last batch
 * that says so.
 */
final class BatchFlux<T> extends Flux<BatchFlux.Batch<T>> {
    private final Flux<T> source;
    private final int maxItems;
    private final long maxBytes;
    private final ToLongFunction<? super T> size;
    private final @Nullable Duration flushAfter;
    private final Scheduler scheduler;

    /**
     * Items that belong into one request.
     *
     * @param error why there is no use in sending them, {@code null} if there is
     */
    record Batch<T>(List<T> items, @Nullable Throwable error) {}

    BatchFlux(
            Flux<T> source,
            int maxItems,
            long maxBytes,
            ToLongFunction<? super T> size,
            @Nullable Duration flushAfter,
            Scheduler scheduler) {
        this.source = source;
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
        this.size = size;
        this.flushAfter = flushAfter;
        this.scheduler = scheduler;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Batch<T>> actual) {
        source.subscribe(new Cutter(actual));
    }

    /** Signals of the source, the subscriber and the timer meet in a drain loop, as in Reactor's own operators. */
    private final class Cutter implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super Batch<T>> actual;
        private final AtomicInteger work = new AtomicInteger();
        private final AtomicLong requested = new AtomicLong();
        private final Queue<T> arrived = Queues.<T>unbounded().get();
        private volatile @Nullable Subscription upstream;
        private volatile boolean done;
        private volatile boolean cancelled;
        private volatile int due = -1;
        private @Nullable Throwable failure;

        // Only the thread in the drain loop touches these.
        private final Deque<Batch<T>> ready = new ArrayDeque<>();
        private List<T> current = new ArrayList<>();
        private long bytes;
        private int number;
        private long outstanding;
        private boolean terminated;
        private @Nullable Disposable timer;

        Cutter(CoreSubscriber<? super Batch<T>> actual) {
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            if (Operators.validate(upstream, subscription)) {
                upstream = subscription;
                actual.onSubscribe(this);
            }
        }

        @Override
        public void onNext(T item) {
            if (done) {
                Operators.onNextDropped(item, currentContext());
                return;
            }
            arrived.offer(item);
            drain();
        }

        @Override
        public void onError(Throwable error) {
            if (done || cancelled) {
                Operators.onErrorDropped(error, currentContext());
                return;
            }
            failure = error;
            done = true;
            drain();
        }

        @Override
        public void onComplete() {
            done = true;
            drain();
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                requested.accumulateAndGet(n, Operators::addCap);
                drain();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            upstream().cancel();
            drain();
        }

        private Subscription upstream() {
            return Objects.requireNonNull(upstream);
        }

        private void drain() {
            if (work.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                if (terminated) {
                    Operators.onDiscardQueueWithClear(arrived, currentContext(), null);
                } else {
                    advance();
                }
                missed = work.addAndGet(-missed);
            } while (missed != 0);
        }

        private void advance() {
            for (T item = arrived.poll(); item != null; item = arrived.poll()) {
                outstanding--;
                add(item);
            }
            if (cancelled) {
                stop();
                return;
            }
            boolean ended = done && arrived.isEmpty();
            if (!current.isEmpty() && (ended || (due == number && ready.isEmpty() && requested.get() > 0))) {
                close(ended ? failure : null);
            }
            while (!ready.isEmpty() && requested.get() > 0 && !cancelled) {
                actual.onNext(ready.remove());
                requested.updateAndGet(open -> open == Long.MAX_VALUE ? open : open - 1);
            }
            if (ended && ready.isEmpty() && !cancelled) {
                terminated = true;
                if (failure == null) {
                    actual.onComplete();
                } else {
                    actual.onError(failure);
                }
            } else if (!done && !cancelled && requested.get() > ready.size()) {
                pull();
            }
        }

        private void add(T item) {
            long more = 0;
            try {
                more = Math.max(0, size.applyAsLong(item));
            } catch (RuntimeException unmeasurable) {
                upstream().cancel();
                failure = unmeasurable;
                done = true;
            }
            if (!current.isEmpty() && more > maxBytes - bytes) {
                close(null);
            }
            if (current.isEmpty() && flushAfter != null) {
                int mine = number;
                timer = scheduler.schedule(() -> flush(mine), flushAfter.toNanos(), TimeUnit.NANOSECONDS);
            }
            current.add(item);
            bytes += more;
            if (current.size() == maxItems || bytes >= maxBytes) {
                close(null);
            }
        }

        private void flush(int batch) {
            due = batch;
            drain();
        }

        private void close(@Nullable Throwable error) {
            if (timer != null) {
                timer.dispose();
                timer = null;
            }
            ready.add(new Batch<>(current, error));
            current = new ArrayList<>();
            bytes = 0;
            number++;
        }

        /** Asks for what is still missing to fill one batch. */
        private void pull() {
            long missing = maxItems - current.size() - outstanding;
            if (missing > 0) {
                outstanding += missing;
                upstream().request(missing);
            }
        }

        /** Lets go of the timer and of what was not sent. */
        private void stop() {
            terminated = true;
            if (timer != null) {
                timer.dispose();
            }
            for (Batch<T> unsent = ready.poll(); unsent != null; unsent = ready.poll()) {
                Operators.onDiscardMultiple(unsent.items(), currentContext());
            }
            Operators.onDiscardMultiple(current, currentContext());
            current = new ArrayList<>();
        }
    }
}
