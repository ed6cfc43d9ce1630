package io.github.mailgunreactor.core;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscriber's walk over the pages: holds the page that is being emitted, at most one that was fetched ahead, and at
 * most one request under way. Signals from the subscriber and from the request meet in a drain loop, as in Reactor's own
 * operators.
 *
 * @param <T> an item
 * @param <A> the response that carries a page
 * @param <R> what is emitted: items, or pages
 */
final class PageSubscription<T, A extends PageBody<T>, R> implements Subscription {
    @SuppressWarnings("rawtypes") // a field updater's type cannot have arguments
    private static final AtomicIntegerFieldUpdater<PageSubscription> WORK =
            AtomicIntegerFieldUpdater.newUpdater(PageSubscription.class, "work");

    @SuppressWarnings("rawtypes") // a field updater's type cannot have arguments
    private static final AtomicLongFieldUpdater<PageSubscription> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(PageSubscription.class, "requested");

    private final CoreSubscriber<? super R> actual;
    private final PagedFlux<T, A> source;
    private final Function<Page<T, A>, List<R>> toEmit;

    @SuppressWarnings("UnusedVariable") // read and written through its updater
    private volatile int work;

    private volatile long requested;
    private volatile boolean cancelled;
    private volatile @Nullable Fetch fetch;

    // Only the thread in the drain loop touches these.
    private List<R> current = List.of();
    private int emitted;
    private @Nullable Operation next;
    private @Nullable Throwable noNext;
    private boolean terminated;
    private List<T> itemsBefore = List.of();
    private @Nullable String landmark;
    private long sinceLandmark;
    private long landmarkDistance = 1;

    PageSubscription(CoreSubscriber<? super R> actual, PagedFlux<T, A> source, Function<Page<T, A>, List<R>> toEmit) {
        this.actual = actual;
        this.source = source;
        this.toEmit = toEmit;
        this.next = source.first();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(REQUESTED, this, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        drain();
    }

    private void drain() {
        if (WORK.getAndIncrement(this) != 0) {
            return;
        }
        int missed = 1;
        do {
            boolean more = true;
            while (more) {
                more = advance();
            }
            missed = WORK.addAndGet(this, -missed);
        } while (missed != 0);
    }

    /** Does one step; returns whether there may be another one to do before the next signal. */
    private boolean advance() {
        if (cancelled && !terminated) {
            stop();
        }
        if (terminated) {
            return false;
        }
        if (emitted < current.size()) {
            prefetch();
            return emit();
        }
        Fetch running = fetch;
        if (running == null) {
            fetchOnDemand();
        } else if (running.done) {
            take(running);
            return true;
        }
        return false;
    }

    /** Returns whether all of the page has been emitted. */
    private boolean emit() {
        long demand = requested;
        long count = 0;
        while (count < demand && emitted < current.size() && !cancelled) {
            actual.onNext(current.get(emitted++));
            count++;
        }
        Operators.produced(REQUESTED, this, count);
        return emitted == current.size();
    }

    private void fetchOnDemand() {
        if (next == null) {
            terminated = true;
            if (noNext == null) {
                actual.onComplete();
            } else {
                actual.onError(noNext);
            }
        } else if (requested > 0) {
            start(next);
        }
    }

    /** Not before the page at hand is in demand: one that was fetched ahead itself does not pull in a further one. */
    private void prefetch() {
        if (source.prefetch() && requested > 0 && fetch == null && next != null) {
            start(next);
        }
    }

    private void start(Operation operation) {
        Fetch started = new Fetch(operation);
        fetch = started;
        source.fetch(operation).subscribe(started);
    }

    private void take(Fetch finished) {
        Page<T, A> page = finished.page;
        if (page != null && circles(page.next())) {
            finished.refuse("its pages go in a circle");
            page = null;
        } else if (page != null && source.repeats(page, itemsBefore)) {
            finished.refuse("its items are those of the page before");
            page = null;
        }
        if (page == null) {
            terminated = true;
            actual.onError(finished.failure());
            return;
        }
        fetch = null;
        itemsBefore = page.items();
        current = toEmit.apply(page);
        emitted = 0;
        noNext = finished.error;
        next = noNext == null ? source.after(page) : null;
    }

    /**
     * Whether a cursor was there before: it is held against a landmark that moves on at growing distances, so that any
     * circle is noticed, however long, without keeping all cursors.
     */
    private boolean circles(@Nullable String cursor) {
        if (cursor == null) {
            return false;
        }
        if (cursor.equals(landmark)) {
            return true;
        }
        if (++sinceLandmark == landmarkDistance) {
            landmark = cursor;
            sinceLandmark = 0;
            landmarkDistance *= 2;
        }
        return false;
    }

    private void stop() {
        terminated = true;
        current = List.of();
        itemsBefore = List.of();
        next = null;
        Fetch running = fetch;
        if (running != null) {
            running.cancel();
        }
    }

    /** The request for one page. */
    private final class Fetch implements CoreSubscriber<Response<A>> {
        private final Operation operation;
        private volatile @Nullable Subscription upstream;
        private volatile boolean cancelledFetch;
        private @Nullable Page<T, A> page;
        private @Nullable Throwable error;
        private volatile boolean done;

        Fetch(Operation operation) {
            this.operation = operation;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            if (cancelledFetch) {
                subscription.cancel();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Response<A> response) {
            if (done) {
                Operators.onNextDropped(response, currentContext());
                return;
            }
            String next = null;
            try {
                next = source.cursorAfter(operation, response);
            } catch (RuntimeException unusable) {
                error = unusable;
            }
            Throwable unreadable = source.unreadableItem(operation, response);
            error = unreadable == null ? error : unreadable;
            page = new Page<>(response, next);
            finish();
        }

        @Override
        public void onError(Throwable failure) {
            if (done || cancelled) {
                Operators.onErrorDropped(failure, currentContext());
                return;
            }
            error = failure;
            finish();
        }

        @Override
        public void onComplete() {
            if (!done) {
                finish();
            }
        }

        private void finish() {
            done = true;
            drain();
        }

        void refuse(String problem) {
            Page<T, A> refused = page;
            int status = refused == null ? 0 : refused.response().status();
            error = new UnreadableResponseException(operation.toString(), status, problem);
            page = null;
        }

        Throwable failure() {
            Throwable failure = error;
            return failure != null
                    ? failure
                    : new UnreadableResponseException(operation.toString(), 0, "there was none where a page should be");
        }

        void cancel() {
            cancelledFetch = true;
            Subscription subscription = upstream;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
