package io.github.mailgunreactor.core.batch;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.NoResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How the items of a publisher are cut into requests. Immutable: every method returns a changed copy.
 *
 * <pre>{@code
 * bounces.addAll(domain, many, Batching.defaults().concurrency(8).flushAfter(Duration.ofSeconds(1)))
 * }</pre>
 *
 * <p>There is a {@link BatchResult} for each request, in the order in which they end. One that failed is a result too and
 * stops no other. Three things end the whole, after the results of what is under way, and with an error: one of the publisher;
 * status 401 or 403, with which all further requests would end too; and a closed client. What was taken from the publisher
 * and not sent by then is told in results that failed with that same error.
 *
 * <p>A slow subscriber slows the sending, and that the publisher: no more than {@link #concurrency} requests are ever ahead
 * of what was demanded, and no more items are held than one further request takes.
 */
public final class Batching {
    private static final int MOST_ITEMS = 1000;
    private static final Batching DEFAULTS = new Batching(MOST_ITEMS, Long.MAX_VALUE, null, 4, null);

    private final int maxItems;
    private final long maxBytes;
    private final @Nullable Duration flushAfter;
    private final int concurrency;
    private final @Nullable Scheduler scheduler;

    private Batching(
            int maxItems,
            long maxBytes,
            @Nullable Duration flushAfter,
            int concurrency,
            @Nullable Scheduler scheduler) {
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
        this.flushAfter = flushAfter;
        this.concurrency = concurrency;
        this.scheduler = scheduler;
    }

    /** As many items to a request as the operation takes, up to 1000; 4 requests at a time; no flush before one is full. */
    public static Batching defaults() {
        return DEFAULTS;
    }

    /**
     * No more items to a request, nor more than were set before: an operation's own limit holds whatever its caller sets.
     *
     * @param items 1 to 1000; default 1000
     */
    public Batching maxItems(int items) {
        int fewest = Math.min(maxItems, Arguments.requireRange("items", items, 1, MOST_ITEMS));
        return new Batching(fewest, maxBytes, flushAfter, concurrency, scheduler);
    }

    /**
     * No more bytes of items to a request, nor more than were set before, where the operation measures its items. One that is
     * larger by itself goes alone.
     *
     * @param bytes 1 or more; default unlimited
     */
    public Batching maxBytes(long bytes) {
        long fewest = Math.min(maxBytes, Arguments.requireRange("bytes", bytes, 1, Long.MAX_VALUE));
        return new Batching(maxItems, fewest, flushAfter, concurrency, scheduler);
    }

    /**
     * Sends a request that is not full when so much time has gone by since its first item: for publishers that emit now and
     * then and do not end.
     *
     * @param time 1 ms to 1 hour; default never
     */
    public Batching flushAfter(Duration time) {
        Arguments.requireRange("time", time, Duration.ofMillis(1), Duration.ofHours(1));
        return new Batching(maxItems, maxBytes, time, concurrency, scheduler);
    }

    /**
     * How many requests may be under way at a time.
     *
     * @param requests 1 to 256; default 4
     */
    public Batching concurrency(int requests) {
        Arguments.requireRange("concurrency", requests, 1, 256);
        return new Batching(maxItems, maxBytes, flushAfter, requests, scheduler);
    }

    /** Times {@link #flushAfter}: for tests, with a virtual time. Default: Reactor's parallel scheduler. */
    public Batching scheduler(Scheduler scheduler) {
        return new Batching(
                maxItems,
                maxBytes,
                flushAfter,
                concurrency,
                Objects.requireNonNull(scheduler, "scheduler must not be null"));
    }

    /**
     * Sends the items of a publisher, cut by their number alone; for API modules and applications' own operations.
     *
     * @param items what to send; subscribed to with each subscription
     * @param request makes the request for a batch, of 1 to {@link #maxItems} items
     */
    public <T, R> Flux<BatchResult<T, R>> send(
            Publisher<T> items, Function<? super List<T>, ? extends Mono<R>> request) {
        return send(items, item -> 0, request);
    }

    /**
     * Sends the items of a publisher, cut by their number and their size.
     *
     * @param items what to send; subscribed to with each subscription
     * @param size how many bytes an item takes in a request
     * @param request makes the request for a batch, of 1 to {@link #maxItems} items
     */
    public <T, R> Flux<BatchResult<T, R>> send(
            Publisher<T> items, ToLongFunction<? super T> size, Function<? super List<T>, ? extends Mono<R>> request) {
        Objects.requireNonNull(items, "items must not be null");
        Objects.requireNonNull(size, "size must not be null");
        Objects.requireNonNull(request, "request must not be null");
        return Flux.defer(() -> new Sending<T, R>(request).results(items, size));
    }

    /** One subscriber's sending: knows whether there is any use in going on. */
    private final class Sending<T, R> {
        private final Function<? super List<T>, ? extends Mono<R>> request;
        private final Sinks.Empty<Void> stop = Sinks.empty();
        private volatile @Nullable Throwable stopped;

        Sending(Function<? super List<T>, ? extends Mono<R>> request) {
            this.request = request;
        }

        Flux<BatchResult<T, R>> results(Publisher<T> items, ToLongFunction<? super T> size) {
            Flux<T> untilStopped = Flux.from(items).takeUntilOther(stop.asMono());
            BatchFlux<T> batches = new BatchFlux<>(
                    untilStopped,
                    maxItems,
                    maxBytes,
                    size,
                    flushAfter,
                    scheduler == null ? Schedulers.parallel() : scheduler);
            // An error of the publisher must not cancel the requests that are under way: their results would be lost.
            return batches.flatMapDelayError(this::result, concurrency, 1)
                    .concatWith(Mono.defer(() -> stopped == null ? Mono.empty() : Mono.error(stopped)));
        }

        private Mono<BatchResult<T, R>> result(BatchFlux.Batch<T> batch) {
            Throwable unsent = batch.error() != null ? batch.error() : stopped;
            if (unsent != null) {
                return Mono.just(new BatchResult<>(batch.items(), null, unsent));
            }
            return Mono.<R>defer(() -> request.apply(batch.items()))
                    .map(value -> new BatchResult<T, R>(batch.items(), value, null))
                    .defaultIfEmpty(new BatchResult<>(batch.items(), null, null))
                    .onErrorResume(Exception.class, error -> {
                        stopIfUseless(error);
                        return Mono.just(new BatchResult<>(batch.items(), null, error));
                    });
        }

        private void stopIfUseless(Exception error) {
            boolean refused =
                    error instanceof ErrorStatusException status && (status.status() == 401 || status.status() == 403);
            boolean closed = error instanceof NoResponseException noResponse
                    && noResponse.reason() == NoResponseException.Reason.CLOSED;
            if (refused || closed) {
                stopped = error;
                stop.tryEmitEmpty();
            }
        }
    }
}
