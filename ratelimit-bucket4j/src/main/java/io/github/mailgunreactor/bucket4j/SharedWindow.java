package io.github.mailgunreactor.bucket4j;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.RemoteAsyncBucketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One bucket of the store, and what this process knows of the window that it stands for. What responses announce is written
 * by one writer at a time; what comes in meanwhile is put together into one announcement.
 */
final class SharedWindow {
    /** Two ends that differ by less are one: a server may compute the end anew for each response. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final AsyncBucketProxy bucket;
    private final Duration timeout;
    private final AtomicReference<@Nullable Announcement> announced = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile @Nullable Shape shape;
    private volatile long lastSeen = UNKNOWN;

    /**
     * What a response said.
     *
     * @param limit 0 where it is not known
     */
    record Announcement(long limit, long remaining, Instant now, Instant end) {
        private Announcement and(Announcement other) {
            if (other.end.isAfter(end.plus(SAME))) {
                return other;
            }
            boolean late = other.end.isBefore(end.minus(SAME));
            long fewer = late ? remaining : Math.min(remaining, other.remaining);
            return new Announcement(limit > 0 ? limit : other.limit, fewer, now, end);
        }
    }

    /**
     * What the bucket was made to be.
     *
     * @param length the longest time seen to the end of a window: a process that starts in the middle of one corrects itself
     */
    private record Shape(long limit, Duration length, Instant end, long firstTokens) {
        BucketConfiguration configuration() {
            return holding(limit);
        }

        /** The same bucket with another capacity. */
        BucketConfiguration holding(long capacity) {
            return BucketConfiguration.builder()
                    .addLimit(bandwidth -> bandwidth
                            .capacity(capacity)
                            .refillIntervallyAligned(limit, length, end)
                            .initialTokens(Math.min(firstTokens, capacity)))
                    .build();
        }

        boolean isFor(Announcement announcement) {
            return (announcement.limit == limit || announcement.limit == 0)
                    && Duration.between(end, announcement.end).abs().compareTo(SAME) <= 0;
        }
    }

    SharedWindow(RemoteAsyncBucketBuilder<String> builder, String key, Duration timeout) {
        this.timeout = timeout;
        bucket = builder.build(
                key,
                () -> CompletableFuture.completedFuture(
                        Objects.requireNonNull(shape).configuration()));
    }

    /** Takes so many, or, of a window that never holds as many, all it can hold. */
    Mono<Duration> take(long cost) {
        Shape known = shape;
        if (known == null) {
            return Mono.just(Duration.ZERO);
        }
        return Mono.fromFuture(() -> bucket.tryConsumeAndReturnRemaining(Math.min(cost, known.limit)), true)
                .map(probe -> {
                    lastSeen = probe.getRemainingTokens();
                    return probe.isConsumed()
                            ? Duration.ZERO
                            : Duration.ofNanos(Math.max(1_000_000, probe.getNanosToWaitForRefill()));
                });
    }

    /** Puts back what was taken for a call that another window refused. */
    void giveBack(long cost) {
        Shape known = shape;
        if (known != null) {
            CompletableFuture<Void> unused = bucket.addTokens(Math.min(cost, known.limit));
        }
    }

    /** Takes note of what a response said, and returns before the store knows. */
    void learn(Announcement announcement) {
        announced.accumulateAndGet(
                announcement, (before, now) -> before == null || now == null ? now : before.and(now));
        if (writing.compareAndSet(false, true)) {
            write();
        }
    }

    private void write() {
        do {
            Announcement next = announced.getAndSet(null);
            CompletableFuture<?> written = next == null ? CompletableFuture.completedFuture(null) : write(next);
            if (!written.isDone()) {
                CompletableFuture<?> unused = written.copy()
                        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((done, failed) -> write());
                return;
            }
            writing.set(false);
        } while (announced.get() != null && writing.compareAndSet(false, true));
    }

    private CompletableFuture<?> write(Announcement announcement) {
        Shape known = shape;
        if (known != null && known.isFor(announcement)) {
            // Others may take from the bucket what Mailgun has not counted yet, so only fewer calls than here are news.
            return announcement.remaining < lastSeen
                    ? lower(known, announcement.remaining)
                    : CompletableFuture.completedFuture(null);
        }
        if (announcement.limit == 0) {
            return known == null ? CompletableFuture.completedFuture(null) : lower(known, announcement.remaining);
        }
        Duration ahead = Duration.between(announcement.now, announcement.end);
        Duration length = known != null && known.length.compareTo(ahead) > 0 ? known.length : ahead;
        long left = Math.min(announcement.limit, announcement.remaining);
        Shape next = new Shape(announcement.limit, length, announcement.end, left);
        shape = next;
        return bucket.replaceConfiguration(next.configuration(), TokensInheritanceStrategy.AS_IS)
                .thenCompose(replaced -> lower(next, left));
    }

    /**
     * Leaves no more than this in the bucket. To read what is there and take the difference would take it as often as
     * processes do so at a time; to have room for no more, and then for all again, is the same however often it is done.
     */
    private CompletableFuture<?> lower(Shape known, long remaining) {
        CompletableFuture<?> lowered;
        if (remaining <= 0) {
            lowered = bucket.tryConsumeAsMuchAsPossible();
        } else if (remaining < known.limit) {
            lowered = bucket.replaceConfiguration(known.holding(remaining), TokensInheritanceStrategy.AS_IS)
                    .thenCompose(held ->
                            bucket.replaceConfiguration(known.configuration(), TokensInheritanceStrategy.AS_IS));
        } else {
            lowered = CompletableFuture.completedFuture(null);
        }
        return lowered.thenRun(() -> lastSeen = Math.min(lastSeen, remaining));
    }
}
