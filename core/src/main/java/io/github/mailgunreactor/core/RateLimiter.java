package io.github.mailgunreactor.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
 * would go beyond its deadline fails at once with {@link NoResponseException.Reason#RATE_LIMITED}, and nothing is sent.
 */
public final class RateLimiter implements Interceptor {
    private static final Duration DEFAULT_LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int DEFAULT_MAX_WAITING = 10_000;
    private static final Set<String> SUPPRESSIONS = Set.of("bounces", "complaints", "unsubscribes", "whitelists");

    private final RateBudget budget;
    private final String account;
    private final Duration longestWait;
    private final int maxWaiting;
    private final Scheduler scheduler;
    private final AtomicInteger waiting;

    private RateLimiter(
            RateBudget budget,
            String account,
            Duration longestWait,
            int maxWaiting,
            Scheduler scheduler,
            AtomicInteger waiting) {
        this.budget = budget;
        this.account = account;
        this.longestWait = longestWait;
        this.maxWaiting = maxWaiting;
        this.scheduler = scheduler;
        this.waiting = waiting;
    }

    /** A limiter for one account, with a budget in memory. */
    public static RateLimiter create() {
        return sharing(RateBudget.inMemory(), "account");
    }

    /**
     * A limiter on a budget that others share.
     *
     * @param budget where calls are counted
     * @param account a name of your own for the Mailgun account: limiters on the same budget with the same name share its
     *     calls. It goes into the store, so do not take the key
     */
    public static RateLimiter sharing(RateBudget budget, String account) {
        return new RateLimiter(
                Objects.requireNonNull(budget, "budget"),
                Arguments.requireText("account", account),
                DEFAULT_LONGEST_WAIT,
                DEFAULT_MAX_WAITING,
                Schedulers.parallel(),
                new AtomicInteger());
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
     * How many calls may wait at a time; one more fails at once.
     *
     * @param calls 0 to 1,000,000; default 10,000
     */
    public RateLimiter maxWaiting(int calls) {
        Arguments.requireRange("calls", calls, 0, 1_000_000);
        return new RateLimiter(budget, account, longestWait, calls, scheduler, waiting);
    }

    /** Times the waits: for tests, with the virtual time that the client has. */
    public RateLimiter scheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
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
        return Mono.defer(() -> admit(key, attempt, latest(attempt)))
                .then(Mono.defer(() -> chain.proceed(attempt)))
                .delayUntil(answer -> learn(key, tightest(answer.rateLimits())))
                .onErrorResume(
                        ErrorStatusException.class,
                        refusal -> learn(key, announced(refusal)).then(Mono.error(refusal)));
    }

    /** Takes a call out of the budget, or waits and asks again: of all that wait, the next window may not hold enough. */
    private Mono<Void> admit(RateKey key, Attempt attempt, Instant latest) {
        return take(key).flatMap(wait -> {
            if (wait.isZero()) {
                return Mono.empty();
            }
            if (now().plus(wait).isAfter(latest)) {
                return refused(attempt);
            }
            return pause(wait, attempt).then(Mono.defer(() -> admit(key, attempt, latest)));
        });
    }

    private Mono<Void> pause(Duration wait, Attempt attempt) {
        return Mono.defer(() -> {
            if (waiting.incrementAndGet() > maxWaiting) {
                waiting.decrementAndGet();
                return refused(attempt);
            }
            return Mono.delay(wait, scheduler)
                    .doFinally(end -> waiting.decrementAndGet())
                    .then();
        });
    }

    private Mono<Duration> take(RateKey key) {
        return budget.take(key).onErrorReturn(Duration.ZERO).defaultIfEmpty(Duration.ZERO);
    }

    private Mono<Void> learn(RateKey key, @Nullable RateLimit announced) {
        return announced == null ? Mono.empty() : budget.learn(key, announced).onErrorComplete();
    }

    private static <T> Mono<T> refused(Attempt attempt) {
        return Mono.error(() ->
                new NoResponseException(attempt.operation().toString(), NoResponseException.Reason.RATE_LIMITED, null));
    }

    private @Nullable RateLimit announced(ErrorStatusException refusal) {
        RateLimit announced = tightest(refusal.rateLimits());
        if (announced == null && refusal.isRateLimited()) {
            Instant retryAt = refusal.retryAt(now());
            return retryAt == null ? null : new RateLimit(null, 0L, retryAt);
        }
        return announced;
    }

    private static @Nullable RateLimit tightest(RateLimits limits) {
        RateLimit tightest = null;
        for (RateLimit limit : new @Nullable RateLimit[] {limits.requests(), limits.messages(), limits.recipients()}) {
            if (limit != null && limit.reset() != null && left(limit) < left(tightest)) {
                tightest = limit;
            }
        }
        return tightest;
    }

    private static long left(@Nullable RateLimit limit) {
        Long left = limit == null ? null : limit.remaining();
        return left == null ? Long.MAX_VALUE : left;
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
