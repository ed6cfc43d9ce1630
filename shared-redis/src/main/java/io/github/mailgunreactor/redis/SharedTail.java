package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.analytics.logs.EventTail;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.analytics.logs.TailedEvent;
import io.github.mailgunreactor.core.Arguments;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A tail that one of several instances holds a lease on. It handles the events and keeps the position; when it dies, or cannot
 * reach Redis until its lease has run out, another instance goes on from there. Each event is handled at least once; again are
 * handled only those since the last position that was kept: 100 at most, and those of a second. A Redis that has forgotten the
 * position, as one without persistence does when it is started again, has the tail begin where it {@linkplain SharedRedis#tail starts}.
 *
 * <p>Immutable: methods return changed copies. Each subscription takes part as an instance of its own.
 *
 * @see SharedRedis#tail
 */
public final class SharedTail {
    private final RedisCommands redis;
    private final String prefix;
    private final EventTail tail;
    private final TailPosition start;
    private final Duration lease;
    private final int checkpointEvery;

    private SharedTail(
            RedisCommands redis,
            String prefix,
            EventTail tail,
            TailPosition start,
            Duration lease,
            int checkpointEvery) {
        this.redis = redis;
        this.prefix = prefix;
        this.tail = tail;
        this.start = start;
        this.lease = lease;
        this.checkpointEvery = checkpointEvery;
    }

    static SharedTail of(RedisCommands redis, String prefix, EventTail tail, TailPosition start) {
        Objects.requireNonNull(tail, "tail");
        Objects.requireNonNull(start, "start");
        return new SharedTail(redis, prefix, tail, start, Duration.ofSeconds(30), 100);
    }

    /**
     * How long after its death another instance takes over. The lease is renewed four times in this time.
     *
     * @param lease 1 second to 1 hour, the same in all instances; default 30 seconds
     */
    public SharedTail lease(Duration lease) {
        Arguments.requireRange("lease", lease, Duration.ofSeconds(1), Duration.ofHours(1));
        return new SharedTail(redis, prefix, tail, start, lease, checkpointEvery);
    }

    /**
     * After how many events the position is kept; it is also kept a second after an event.
     *
     * @param events 1 to 10,000; default 100
     */
    public SharedTail checkpointEvery(int events) {
        Arguments.requireRange("events", events, 1, 10_000);
        return new SharedTail(redis, prefix, tail, start, lease, events);
    }

    /**
     * Handles events, one after the other, while it is this instance's turn, and waits for its turn otherwise. It never
     * completes. Cancelling ends it and lets another instance take over at once; so does an error of the handler or of the
     * tail, which is passed on. Redis being away is no error: it goes on when Redis is back.
     *
     * @param handler what is done with an event; the next one waits for it. It is cancelled when the lease is lost
     * @return the events, once they are handled and the position after them is kept
     */
    public Flux<TailedEvent> handle(Function<? super TailedEvent, ? extends Publisher<?>> handler) {
        Objects.requireNonNull(handler, "handler");
        return Flux.defer(() -> new SharedTailRun(redis, prefix, tail, start, lease, checkpointEvery).events(handler))
                .repeatWhen(ends -> ends.concatMap(end -> Mono.delay(lease.dividedBy(SharedTailRun.RENEWALS))));
    }
}
