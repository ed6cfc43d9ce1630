package io.github.mailgunreactor.core.ratelimit;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClientBuilder;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.internal.ForeignCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Spends the calls that Mailgun's rate-limit headers announce instead of running into status 429: when a window is spent,
 * calls of its group wait for the next one. Optional; added to a client with {@link MailgunClientBuilder#interceptor}, and
 * shared by all its views. Immutable: every method returns a changed copy, which shares the budget.
 *
 * <pre>{@code
 * MailgunClient mailgun = MailgunClient.builder("key-…").interceptor(RateLimiter.create()).build();
 * }</pre>
 *
 * <p>What no response has announced yet is not limited, so the first calls of a group go out together. A call whose wait
 * would go beyond its deadline fails at once with {@link NoResponseException.Reason#RATE_LIMITED}, and nothing is sent. Requests,
 * messages and recipients are counted each for themselves: an operation says {@linkplain Operation#recipients(int) how many
 * recipients} it has. An announced end of a window more than a day away is not believed.
 */
public final class RateLimiter implements Interceptor {

    private static final Duration DEFAULT_LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    /** How long a budget may take before a call is made without it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int DEFAULT_MAX_WAITING = 10_000;
    private static final Set<String> SUPPRESSIONS = Set.of("bounces", "complaints", "unsubscribes", "whitelists");

    private final RateBudget budget;
    private final String account;
    private final Duration longestWait;
    private final int maxWaiting;
    private final Scheduler scheduler;

    /** How many calls wait, for each key that has any. */
    private final ConcurrentMap<RateKey, Integer> waiting;

    private RateLimiter(
            RateBudget budget,
            String account,
            Duration longestWait,
            int maxWaiting,
            Scheduler scheduler,
            ConcurrentMap<RateKey, Integer> waiting) {
        this.budget = budget;
        this.account = account;
        this.longestWait = longestWait;
        this.maxWaiting = maxWaiting;
        this.scheduler = scheduler;
        this.waiting = waiting;
    }

    /** A limiter for one account, with a budget in memory. */
    public static RateLimiter create() {
        return of(RateBudget.inMemory(), "account");
    }

    /**
     * A limiter on a budget that others share.
     *
     * @param budget where calls are counted
     * @param account a name of your own for the Mailgun account: limiters on the same budget with the same name share its
     *     calls. It goes into the store, so do not take the key
     */
    public static RateLimiter of(RateBudget budget, String account) {
        return new RateLimiter(
                Objects.requireNonNull(budget, "budget must not be null"),
                Arguments.requireText("account", account),
                DEFAULT_LONGEST_WAIT,
                DEFAULT_MAX_WAITING,
                Schedulers.parallel(),
                new ConcurrentHashMap<>());
    }

    /**
     * How long one attempt may wait, where its deadline does not end sooner. It is the only bound for calls without a deadline,
     * such as uploads.
     *
     * @param wait zero, to fail at once, to 1 hour; default 60 seconds
     */
    public RateLimiter longestWait(Duration wait) {
        Arguments.requireRange("wait", wait, Duration.ZERO, Duration.ofHours(1));
        return new RateLimiter(budget, account, wait, maxWaiting, scheduler, waiting);
    }

    /**
     * How many calls of one group may wait at a time; one more fails at once.
     *
     * @param calls 0 to 1,000,000; default 10,000
     */
    public RateLimiter maxWaiting(int calls) {
        Arguments.requireRange("calls", calls, 0, 1_000_000);
        return new RateLimiter(budget, account, longestWait, calls, scheduler, waiting);
    }

    /** Times the waits: for tests, with the virtual time that the client has. */
    public RateLimiter scheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler must not be null");
        return new RateLimiter(budget, account, longestWait, maxWaiting, scheduler, waiting);
    }

    /**
     * The operations that Mailgun counts together, as far as it shows: bounces, complaints, unsubscribes and allowlist of
     * suppressions are {@code suppressions}; every other operation is a group of its own, named by method and template.
     */
    public static String group(Operation operation) {
        String[] segments = operation.template().split("/", 5);
        return segments.length > 3 && SUPPRESSIONS.contains(segments[3]) ? "suppressions" : operation.toString();
    }

    @Override
    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
        RateKey key =
                new RateKey(account, attempt.subaccount(), attempt.region().name(), group(attempt.operation()));
        RateCost cost = RateCost.of(attempt.operation());
        return Mono.defer(() -> {
            Ticket ticket = new Ticket(key, cost);
            return admit(ticket, attempt, latest(attempt))
                    .then(Mono.defer(() -> chain.proceed(attempt)))
                    .doOnSuccess(response -> ticket.end(response == null ? RateLimits.NONE : response.rateLimits()))
                    .doOnError(error -> ticket.end(announced(error)))
                    .doOnCancel(() -> ticket.end(RateLimits.NONE));
        });
    }

    /** Takes a call out of the budget, or waits and asks again: of all that wait, the next window may not hold enough. */
    private Mono<Boolean> admit(Ticket ticket, Attempt attempt, Instant latest) {
        return Mono.defer(() -> take(ticket))
                .flatMap(wait -> {
                    if (isTaken(wait)) {
                        ticket.taken();
                        return Mono.just(true);
                    }
                    Duration pause = Collections.max(List.of(wait, SHORTEST_WAIT));
                    return now().plus(pause).isAfter(latest) ? refused(attempt) : pause(pause, ticket.key, attempt);
                })
                .repeatWhenEmpty(waits -> waits);
    }

    /** Empty when the wait is over. */
    private Mono<Boolean> pause(Duration wait, RateKey key, Attempt attempt) {
        return Mono.defer(() -> {
            if (waiting.merge(key, 1, Integer::sum) > maxWaiting) {
                leave(key);
                return refused(attempt);
            }
            // Before the next question, which may have to wait again; and once, also where a cancel meets the end.
            AtomicBoolean left = new AtomicBoolean();
            Runnable leave = () -> {
                if (left.compareAndSet(false, true)) {
                    leave(key);
                }
            };
            return Mono.delay(wait, scheduler)
                    .doOnTerminate(leave)
                    .doOnCancel(leave)
                    .then(Mono.empty());
        });
    }

    private void leave(RateKey key) {
        waiting.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    private Mono<Duration> take(Ticket ticket) {
        Mono<Duration> taken;
        try {
            taken = Objects.requireNonNull(budget.take(ticket.key, ticket.cost), "a budget returned null");
        } catch (Throwable failed) { // also errors that Reactor would rethrow on our thread
            return Mono.just(Duration.ZERO);
        }
        // One that is called for its value gives it at once, and needs no timer; but discards it if cancelled
        // meanwhile.
        Mono<Duration> bounded = taken instanceof Callable<?>
                ? taken.doOnDiscard(Duration.class, ticket::discarded)
                : taken.timeout(PATIENCE, scheduler);
        return bounded.onErrorReturn(Duration.ZERO).defaultIfEmpty(Duration.ZERO);
    }

    private static boolean isTaken(Duration wait) {
        return wait.isZero() || wait.isNegative();
    }

    private static <T> Mono<T> refused(Attempt attempt) {
        return Mono.error(() -> new NoResponseException(
                attempt.operation(),
                attempt.region(),
                NoResponseException.Reason.RATE_LIMITED,
                /* requestSent= */ false,
                null));
    }

    /** One call on its way through the budget. It ends once, however, and the budget is told if the call was taken. */
    private final class Ticket {
        private static final int ASKING = 0;
        private static final int TAKEN = 1;
        private static final int ENDED = 2;

        private final AtomicInteger state = new AtomicInteger(ASKING);
        private final RateKey key;
        private final RateCost cost;

        Ticket(RateKey key, RateCost cost) {
            this.key = key;
            this.cost = cost;
        }

        void taken() {
            if (!state.compareAndSet(ASKING, TAKEN)) {
                tell(RateLimits.NONE); // cancelled while the budget was being asked
            }
        }

        void discarded(Duration wait) {
            if (isTaken(wait)) {
                taken();
            }
        }

        void end(RateLimits announced) {
            if (state.getAndSet(ENDED) == TAKEN) {
                tell(announced);
            }
        }

        private void tell(RateLimits announced) {
            ForeignCode.run(() -> budget.ended(key, cost, announced));
        }
    }

    /** What an error announces. Words or a header that name a wait, while no window is spent, stand for one that is. */
    private RateLimits announced(Throwable error) {
        if (!(error instanceof ErrorStatusException refusal)) {
            return RateLimits.NONE;
        }
        RateLimits limits = refusal.rateLimits();
        if (!refusal.isRateLimited()
                || isSpent(limits.requests())
                || isSpent(limits.messages())
                || isSpent(limits.recipients())) {
            return limits;
        }
        Instant retryAt = refusal.retryAt(now());
        Long limit = limits.requests() == null ? null : limits.requests().limit();
        return retryAt == null
                ? limits
                : new RateLimits(limits.messages(), limits.recipients(), new RateLimit(limit, 0L, retryAt));
    }

    private static boolean isSpent(@Nullable RateLimit limit) {
        return limit != null && limit.reset() != null && limit.remaining() != null && limit.remaining() <= 0;
    }

    private Instant latest(Attempt attempt) {
        Instant own = now().plus(longestWait);
        Instant deadline = attempt.deadline();
        return deadline != null && deadline.isBefore(own) ? deadline : own;
    }

    private Instant now() {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }
}
