package io.github.mailgunreactor.bucket4j;

import static io.github.mailgunreactor.core.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteAsyncBucketBuilder;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ratelimit.RateCost;
import io.github.mailgunreactor.core.ratelimit.RateKey;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.core.testing.WindowedServer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** Two processes are two budgets on one store. */
class Bucket4jRateBudgetTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final RateCost CALLS = new RateCost(1, 0);
    private static final RateKey KEY = new RateKey("account", null, "us", "suppressions");
    private static final MailgunRequest<Confirmation> CALL =
            POST.path("/v1/keys").asJson(Confirmation.class);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AsyncProxyManager<String> store = store();

    private AsyncProxyManager<String> store() {
        time.advanceTimeTo(START);
        return Bucket4jCaffeine.<String>builderFor(Caffeine.newBuilder())
                .clientClock(new VirtualClock(time))
                .build()
                .asAsync();
    }

    private Bucket4jRateBudget process() {
        return Bucket4jRateBudget.of(store).scheduler(time);
    }

    @Test
    void limitsNothingBeforeAnAnnouncement() {
        Bucket4jRateBudget budget = process();

        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
    }

    @Test
    void spendsWhatIsAnnouncedAndThenWaitsForTheEndOfTheWindow() {
        Bucket4jRateBudget budget = process();
        learn(budget, announced(10, 2, 15));

        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void startsTheNextWindowWithAllCalls() {
        Bucket4jRateBudget budget = process();
        learn(budget, announced(3, 0, 15));
        time.advanceTimeBy(Duration.ofSeconds(15));

        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        }
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void sharesTheCallsBetweenProcesses() {
        Bucket4jRateBudget one = process();
        Bucket4jRateBudget other = process();
        learn(one, announced(10, 4, 15));
        one.take(KEY, CALLS).block();
        learn(other, announced(10, 4, 15));

        int taken = 0;
        for (int i = 0; i < 5; i++) {
            taken += Duration.ZERO.equals(one.take(KEY, CALLS).block()) ? 1 : 0;
            taken += Duration.ZERO.equals(other.take(KEY, CALLS).block()) ? 1 : 0;
        }
        assertThat(taken).as("what the first has taken is counted already").isEqualTo(3);
    }

    @Test
    void countsWhatOthersSpendWithoutTheStore() {
        Bucket4jRateBudget budget = process();
        learn(budget, announced(100, 99, 15));
        budget.take(KEY, CALLS).block();
        learn(budget, announced(100, 1, 15));

        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void spendsAllAfterARefusalWithoutALimit() {
        Bucket4jRateBudget budget = process();
        learn(budget, announced(100, 50, 15));
        learn(budget, new RateLimit(null, 0L, START.plusSeconds(15)));

        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void keepsBudgetsApart() {
        Bucket4jRateBudget budget = process();
        learn(budget, announced(10, 0, 15));

        assertThat(budget.take(new RateKey("account", null, "eu", "suppressions"), CALLS)
                        .block())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void keepsTwoProcessesFromRunningInto429() {
        WindowedServer server = new WindowedServer(time, 5, Duration.ofSeconds(10));
        List<TestSubscriber<Confirmation>> calls = new ArrayList<>();
        List<MailgunClient> processes = List.of(client(server, process()), client(server, process()));
        processes.forEach(process -> process.send(CALL).subscribe());
        for (int i = 0; i < 20; i++) {
            for (MailgunClient process : processes) {
                TestSubscriber<Confirmation> call = TestSubscriber.create();
                process.send(CALL).subscribe(call);
                calls.add(call);
            }
        }
        time.advanceTimeBy(Duration.ofMinutes(10));

        assertThat(calls).allMatch(TestSubscriber::isTerminatedComplete);
        assertThat(server.refused()).isZero();
    }

    @Test
    void refusesATimeoutOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process().timeout(Duration.ZERO))
                .withMessageContaining("timeout");
    }

    @Test
    void countsCallsAndRecipientsEachForThemselves() {
        Bucket4jRateBudget budget = process();
        budget.ended(KEY, CALLS, new RateLimits(announced(10, 5, 15), announced(100, 50, 40), null));

        assertThat(budget.take(KEY, new RateCost(1, 45)).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, new RateCost(1, 10)).block()).isEqualTo(Duration.ofSeconds(40));
        assertThat(budget.take(KEY, new RateCost(1, 5)).block()).isEqualTo(Duration.ZERO);
    }

    @Test
    void putsBackWhatItTookForACallThatAnotherWindowRefuses() {
        Bucket4jRateBudget budget = process();
        budget.ended(KEY, CALLS, new RateLimits(announced(10, 2, 15), announced(100, 10, 40), null));

        for (int i = 0; i < 20; i++) {
            assertThat(budget.take(KEY, new RateCost(1, 11)).block()).isEqualTo(Duration.ofSeconds(40));
        }
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void letsThroughWhatIsMoreThanAWindowEverHoldsWhenItIsFull() {
        Bucket4jRateBudget budget = process();
        budget.ended(KEY, CALLS, new RateLimits(null, announced(100, 50, 40), null));

        assertThat(budget.take(KEY, new RateCost(1, 1000)).block()).isEqualTo(Duration.ofSeconds(40));
        time.advanceTimeBy(Duration.ofSeconds(40));
        assertThat(budget.take(KEY, new RateCost(1, 1000)).block()).isEqualTo(Duration.ZERO);
    }

    /** With a store some way off, the responses of a burst all meet the same number of tokens. */
    @Test
    void takesAShortfallOnceHoweverManyResponsesTellOfIt() throws InterruptedException {
        SlowStore slow = new SlowStore();
        List<Bucket4jRateBudget> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(Bucket4jRateBudget.of(slow.store()).scheduler(time));
        }
        ExecutorService responses = Executors.newFixedThreadPool(8);
        try {
            for (int i = 1; i <= 100; i++) {
                RateLimit announced = announced(2500, 2500 - i, 15);
                Bucket4jRateBudget process = processes.get(i % 4);
                responses.execute(() -> learn(process, announced));
            }
            responses.shutdown();
            assertThat(responses.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            slow.awaitQuiet();

            int left = 0;
            while (Duration.ZERO.equals(
                    processes.get(0).take(KEY, new RateCost(100, 0)).block())) {
                left += 100;
            }
            assertThat(left).isEqualTo(2400);
        } finally {
            responses.shutdownNow();
            slow.close();
        }
    }

    @Test
    void aStoreThatNeverAnswersHoldsUpNoResponse() {
        AsyncProxyManager<String> dead = new SlowStore(Long.MAX_VALUE).store();
        Bucket4jRateBudget budget = Bucket4jRateBudget.of(dead).scheduler(time);

        learn(budget, announced(10, 0, 15));
        learn(budget, announced(10, 0, 15));

        TestSubscriber<Duration> waiting = TestSubscriber.create();
        budget.take(KEY, CALLS).subscribe(waiting);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(waiting.expectTerminalError()).isInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 86_401, 315_360_000L})
    void doesNotBelieveAnEndOfAWindowThatIsPastOrFarAway(long secondsAhead) {
        Bucket4jRateBudget budget = process();

        learn(budget, new RateLimit(10L, 0L, START.plusSeconds(secondsAhead)));

        assertThat(budget.take(KEY, CALLS).block()).isEqualTo(Duration.ZERO);
    }

    private static void learn(Bucket4jRateBudget budget, RateLimit announced) {
        budget.ended(KEY, CALLS, new RateLimits(null, null, announced));
    }

    /** A store whose commands take a while, on threads of its own. */
    private final class SlowStore implements AutoCloseable {
        private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
        private final AtomicInteger running = new AtomicInteger();
        private final long millis;

        SlowStore() {
            this(2);
        }

        SlowStore(long millis) {
            this.millis = millis;
        }

        AsyncProxyManager<String> store() {
            return delayed(AsyncProxyManager.class, store);
        }

        @SuppressWarnings("unchecked") // a proxy of the same type
        private <T> T delayed(Class<? super T> type, T target) {
            return (T) Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getReturnType() == CompletableFuture.class) {
                            return later(() -> (CompletableFuture<?>) invoke(target, method, arguments));
                        }
                        Object result = invoke(target, method, arguments);
                        return result instanceof RemoteAsyncBucketBuilder<?> builder
                                ? delayed(RemoteAsyncBucketBuilder.class, builder)
                                : result instanceof AsyncBucketProxy bucket
                                        ? delayed(AsyncBucketProxy.class, bucket)
                                        : result;
                    });
        }

        private Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) {
            try {
                return method.invoke(target, arguments);
            } catch (ReflectiveOperationException failed) {
                throw new LinkageError("cannot call the store", failed);
            }
        }

        private CompletableFuture<?> later(Supplier<CompletableFuture<?>> command) {
            CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
            if (millis == Long.MAX_VALUE) {
                return result;
            }
            running.incrementAndGet();
            var unused = threads.schedule(
                    () -> {
                        var ignored = command.get().whenComplete((value, failed) -> {
                            if (failed == null) {
                                result.complete(value);
                            } else {
                                result.completeExceptionally(failed);
                            }
                            running.decrementAndGet();
                        });
                    },
                    millis,
                    TimeUnit.MILLISECONDS);
            return result;
        }

        void awaitQuiet() throws InterruptedException {
            for (int quiet = 0, i = 0; quiet < 20 && i < 5_000; i++) {
                quiet = running.get() == 0 ? quiet + 1 : 0;
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static RateLimit announced(long limit, long remaining, int secondsAhead) {
        return new RateLimit(limit, remaining, START.plusSeconds(secondsAhead));
    }

    private record VirtualClock(VirtualTimeScheduler time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.now(TimeUnit.NANOSECONDS);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private MailgunClient client(WindowedServer server, Bucket4jRateBudget budget) {
        return server.transport()
                .builder()
                .scheduler(time)
                .retry(RetryPolicy.none())
                .timeout(Duration.ofHours(1))
                .interceptor(RateLimiter.of(budget, "account").scheduler(time).longestWait(Duration.ofHours(1)))
                .build();
    }
}
