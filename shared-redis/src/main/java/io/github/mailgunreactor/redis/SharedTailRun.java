package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.analytics.logs.EventTail;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.analytics.logs.TailedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One turn of one subscription to a {@link SharedTail}: it tries to take the lease, and ends when it loses it. Each turn is a holder of
 * its own, so that one that stood still while others had their turns keeps nothing any more.
 */
final class SharedTailRun {
    private static final Duration CHECKPOINT_AFTER = Duration.ofSeconds(1);

    /** Marks are 33 bytes each; a whole position takes their place when so many bytes of them have come together. */
    private static final long COMPACT_AFTER = 1024 * 1024;

    static final int RENEWALS = 4;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    /** Takes the lease if it is free, and gives the position from which to go on, or nothing. */
    private static final String TAKE = """
            if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
              return false
            end
            redis.call('SETNX', KEYS[2], ARGV[3])
            return redis.call('GET', KEYS[2])
            """;

    private static final String RENEW = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0
            """;
    private static final String RELEASE = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0
            """;
    private static final String APPEND = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('APPEND', KEYS[2], ARGV[2]) or 0
            """;
    private static final String REPLACE = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then
              return 0
            end
            redis.call('SET', KEYS[2], ARGV[2])
            return 1
            """;

    private final RedisCommands redis;
    private final String[] keys;
    private final EventTail tail;
    private final TailPosition start;
    private final Duration lease;
    private final int checkpointEvery;

    private final String holder = HolderId.next();
    /** What was handled and is not in the position that is kept. */
    private final List<TailedEvent> unkept = new ArrayList<>();

    private long appended;

    SharedTailRun(
            RedisCommands redis,
            String prefix,
            EventTail tail,
            TailPosition start,
            Duration lease,
            int checkpointEvery) {
        this.redis = redis;
        this.keys = new String[] {prefix + "lease", prefix + "position"};
        this.tail = tail;
        this.start = start;
        this.lease = lease;
        this.checkpointEvery = checkpointEvery;
    }

    /** Says that the lease is another's, or may be: what began under it must stop. */
    private static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLostException() {
            super("the lease is lost", null, false, false);
        }
    }

    Flux<TailedEvent> events(Function<? super TailedEvent, ? extends Publisher<?>> handler) {
        return Flux.usingWhen(take(), position -> underLease(position, handler), position -> release())
                .onErrorResume(LeaseLostException.class, lost -> Flux.empty());
    }

    /** The position, when it is this instance's turn; nothing while it is another's or nobody knows. */
    private Mono<String> take() {
        return redis.text(TAKE, keys, holder, leaseMillis(), start.text()).onErrorComplete();
    }

    /** One step after the other: an event to handle, or a moment to keep the position though no event comes. */
    private Flux<TailedEvent> underLease(
            String position, Function<? super TailedEvent, ? extends Publisher<?>> handler) {
        Flux<Mono<List<TailedEvent>>> events = tail.from(TailPosition.parse(position))
                .map(tailed ->
                        Mono.defer(() -> Mono.when(handler.apply(tailed))).then(Mono.defer(() -> noted(tailed))));
        Flux<Mono<List<TailedEvent>>> moments =
                Flux.interval(CHECKPOINT_AFTER).onBackpressureDrop().map(moment -> Mono.defer(this::kept));
        return Flux.merge(1, events, moments)
                .concatMap(step -> step, 1)
                .concatMapIterable(kept -> kept, 1)
                .takeUntilOther(renewals());
    }

    private Mono<List<TailedEvent>> noted(TailedEvent tailed) {
        unkept.add(tailed);
        return unkept.size() < checkpointEvery ? Mono.empty() : kept();
    }

    /** Keeps the position after what was handled since the last time, and gives that. */
    private Mono<List<TailedEvent>> kept() {
        if (unkept.isEmpty()) {
            return Mono.empty();
        }
        List<TailedEvent> handled = List.copyOf(unkept);
        unkept.clear();
        return keep(handled).thenReturn(handled);
    }

    /** Ends with an error when the lease is lost, a quarter of it before another instance can have it. */
    private Mono<Void> renewals() {
        Mono<Void> renewal = whileHolding(redis.number(RENEW, keys, holder, leaseMillis()));
        return Flux.interval(lease.dividedBy(RENEWALS))
                .onBackpressureDrop()
                .concatMap(tick -> renewal, 1)
                .then();
    }

    /**
     * Runs a script that changes something if the lease is this instance's, and returns 0 if not, again and again while Redis does
     * not answer. To run one twice does no harm: a mark that is there twice counts once.
     */
    private Mono<Void> whileHolding(Mono<Long> script) {
        return script.filter(done -> done > 0)
                .switchIfEmpty(Mono.error(LeaseLostException::new))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_ATTEMPTS)
                        .filter(failure -> !(failure instanceof LeaseLostException)))
                .timeout(lease.dividedBy(2))
                .onErrorMap(failure -> new LeaseLostException())
                .then();
    }

    private Mono<Void> keep(List<TailedEvent> handled) {
        TailPosition last = handled.get(handled.size() - 1).position();
        if (appended > COMPACT_AFTER) {
            appended = 0;
            return whileHolding(redis.number(REPLACE, keys, holder, last.text()));
        }
        StringBuilder marks = new StringBuilder(33 * handled.size());
        handled.forEach(tailed -> marks.append('\n').append(tailed.position().mark()));
        appended += marks.length();
        return whileHolding(redis.number(APPEND, keys, holder, marks.toString()));
    }

    /** To let another instance take over at once; where this fails it takes over when the lease has run out. */
    private Mono<Void> release() {
        return redis.number(RELEASE, keys, holder).onErrorComplete().then();
    }

    private String leaseMillis() {
        return String.valueOf(lease.toMillis());
    }
}
