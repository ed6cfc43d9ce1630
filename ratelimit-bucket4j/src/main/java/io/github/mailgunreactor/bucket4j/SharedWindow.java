package io.github.mailgunreactor.bucket4j;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.RemoteAsyncBucketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One bucket of the store, and what this process knows of the window that it stands for. */
final class SharedWindow {
    /** Two ends that differ by less are one: a server may compute the end anew for each response. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private final AsyncBucketProxy bucket;
    private volatile @Nullable Shape shape;
    private volatile long lastSeen = Long.MAX_VALUE;

    /**
     * What the bucket was made to be.
     *
     * @param length the longest time seen to the end of a window: a process that starts in the middle of one corrects itself
     */
    private record Shape(long limit, Duration length, Instant end, long firstTokens) {
        BucketConfiguration configuration() {
            return BucketConfiguration.builder()
                    .addLimit(bandwidth -> bandwidth
                            .capacity(limit)
                            .refillIntervallyAligned(limit, length, end)
                            .initialTokens(firstTokens))
                    .build();
        }

        boolean isFor(long otherLimit, Instant otherEnd) {
            return limit == otherLimit && Duration.between(end, otherEnd).abs().compareTo(SAME) <= 0;
        }
    }

    SharedWindow(RemoteAsyncBucketBuilder<String> builder, String key) {
        bucket = builder.build(
                key,
                () -> CompletableFuture.completedFuture(
                        Objects.requireNonNull(shape).configuration()));
    }

    Mono<Duration> take() {
        if (shape == null) {
            return Mono.just(Duration.ZERO);
        }
        return Mono.fromFuture(() -> bucket.tryConsumeAndReturnRemaining(1), true)
                .map(probe -> {
                    lastSeen = probe.getRemainingTokens();
                    return probe.isConsumed()
                            ? Duration.ZERO
                            : Duration.ofNanos(Math.max(1_000_000, probe.getNanosToWaitForRefill()));
                });
    }

    Mono<Void> learn(long limit, long remaining, Instant now, Instant end) {
        Shape known = shape;
        if (known != null && known.isFor(limit, end)) {
            // Others may take from the bucket what Mailgun has not counted yet, so only fewer calls than here are news.
            return remaining < lastSeen ? spend(remaining) : Mono.empty();
        }
        Duration ahead = Duration.between(now, end);
        Duration length = known != null && known.length.compareTo(ahead) > 0 ? known.length : ahead;
        Shape next = new Shape(limit, length, end, Math.min(limit, remaining));
        shape = next;
        return Mono.fromFuture(
                        () -> bucket.replaceConfiguration(next.configuration(), TokensInheritanceStrategy.AS_IS), true)
                .then(spend(remaining));
    }

    /** Takes from the bucket what was spent without it, so that no more than this is left. */
    Mono<Void> spend(long remaining) {
        return Mono.fromFuture(bucket::getAvailableTokens, true)
                .filter(available -> available > remaining)
                .flatMap(available ->
                        Mono.fromFuture(() -> bucket.tryConsumeAsMuchAsPossible(available - remaining), true))
                .doOnNext(taken -> lastSeen = remaining)
                .then();
    }
}
