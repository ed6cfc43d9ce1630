package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/** Tokens in the order in which they were claimed, so that those whose time has come stand in front. */
final class InMemoryReplayGuard implements ReplayGuard {
    private final int mostTokens;
    private final long keepNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    InMemoryReplayGuard(int mostTokens, Duration keep, LongSupplier nanoTime) {
        this.mostTokens = Arguments.requireRange("mostTokens", mostTokens, 1, 10_000_000);
        this.keepNanos = Arguments.requireRange("keep", keep, Duration.ofMinutes(1), Duration.ofDays(60))
                .toNanos();
        this.nanoTime = nanoTime;
    }

    private record Entry(long claimedAt, boolean done) {}

    @Override
    public Mono<Claim> claim(String token) {
        Objects.requireNonNull(token, "token");
        return Mono.fromSupplier(() -> claimNow(token));
    }

    private Claim claimNow(String token) {
        synchronized (entries) {
            long now = nanoTime.getAsLong();
            dropOutdated(now);
            Entry known = entries.get(token);
            if (known != null) {
                return known.done ? Claim.DONE : Claim.IN_PROGRESS;
            }
            if (entries.size() >= mostTokens) {
                dropOldest();
            }
            entries.put(token, new Entry(now, false));
            return Claim.GRANTED;
        }
    }

    @Override
    public Mono<Void> done(String token) {
        return Mono.fromRunnable(() -> {
            synchronized (entries) {
                entries.computeIfPresent(token, (same, entry) -> new Entry(entry.claimedAt, true));
            }
        });
    }

    @Override
    public Mono<Void> forget(String token) {
        return Mono.fromRunnable(() -> {
            synchronized (entries) {
                entries.remove(token);
            }
        });
    }

    /** How many tokens it remembers. */
    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    private void dropOutdated(long now) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && now - oldestFirst.next().claimedAt >= keepNanos) {
            oldestFirst.remove();
        }
    }

    /** What is being handled goes last: to forget it would let the same delivery run twice at once. */
    private void dropOldest() {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext()) {
            if (oldestFirst.next().done) {
                oldestFirst.remove();
                return;
            }
        }
        Iterator<Entry> any = entries.values().iterator();
        any.next();
        any.remove();
    }
}
