package io.github.mailgunreactor.bucket4j;

import static io.github.mailgunreactor.core.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.RateKey;
import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimiter;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** Two processes are two budgets on one store. */
class Bucket4jRateBudgetTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
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
        return Bucket4jRateBudget.on(store).scheduler(time);
    }

    @Test
    void limitsNothingBeforeAnAnnouncement() {
        Bucket4jRateBudget budget = process();

        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
    }

    @Test
    void spendsWhatIsAnnouncedAndThenWaitsForTheEndOfTheWindow() {
        Bucket4jRateBudget budget = process();
        budget.learn(KEY, announced(10, 2, 15)).block();

        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void startsTheNextWindowWithAllCalls() {
        Bucket4jRateBudget budget = process();
        budget.learn(KEY, announced(3, 0, 15)).block();
        time.advanceTimeBy(Duration.ofSeconds(15));

        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
        }
        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void sharesTheCallsBetweenProcesses() {
        Bucket4jRateBudget one = process();
        Bucket4jRateBudget other = process();
        one.learn(KEY, announced(10, 4, 15)).block();
        one.take(KEY).block();
        other.learn(KEY, announced(10, 4, 15)).block();

        int taken = 0;
        for (int i = 0; i < 5; i++) {
            taken += Duration.ZERO.equals(one.take(KEY).block()) ? 1 : 0;
            taken += Duration.ZERO.equals(other.take(KEY).block()) ? 1 : 0;
        }
        assertThat(taken).as("what the first has taken is counted already").isEqualTo(3);
    }

    @Test
    void countsWhatOthersSpendWithoutTheStore() {
        Bucket4jRateBudget budget = process();
        budget.learn(KEY, announced(100, 99, 15)).block();
        budget.take(KEY).block();
        budget.learn(KEY, announced(100, 1, 15)).block();

        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ZERO);
        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void spendsAllAfterARefusalWithoutALimit() {
        Bucket4jRateBudget budget = process();
        budget.learn(KEY, announced(100, 50, 15)).block();
        budget.learn(KEY, new RateLimit(null, 0L, START.plusSeconds(15))).block();

        assertThat(budget.take(KEY).block()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void keepsBudgetsApart() {
        Bucket4jRateBudget budget = process();
        budget.learn(KEY, announced(10, 0, 15)).block();

        assertThat(budget.take(new RateKey("account", null, "eu", "suppressions"))
                        .block())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void keepsTwoProcessesFromRunningInto429() {
        FixedWindows server = new FixedWindows(5, Duration.ofSeconds(10));
        List<TestSubscriber<Confirmation>> calls = new ArrayList<>();
        List<MailgunClient> processes = List.of(server.client(process()), server.client(process()));
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
        assertThat(server.refused).isZero();
    }

    @Test
    void refusesATimeoutOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process().timeout(Duration.ZERO))
                .withMessageContaining("timeout");
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

    /** A server that counts as Mailgun does. */
    private final class FixedWindows {
        private final int limit;
        private final Duration length;
        private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(answer()));
        private Instant end = Instant.MIN;
        private int used;
        private int refused;

        FixedWindows(int limit, Duration length) {
            this.limit = limit;
            this.length = length;
        }

        MailgunClient client(Bucket4jRateBudget budget) {
            return transport
                    .builder()
                    .scheduler(time)
                    .retry(RetryPolicy.none())
                    .timeout(Duration.ofHours(1))
                    .interceptor(RateLimiter.sharing(budget, "account")
                            .scheduler(time)
                            .longestWait(Duration.ofHours(1)))
                    .build();
        }

        private FakeResponse answer() {
            Instant now = Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
            if (!now.isBefore(end)) {
                end = now.plus(length);
                used = 0;
            }
            boolean spent = used >= limit;
            used += spent ? 0 : 1;
            refused += spent ? 1 : 0;
            return FakeResponse.json(spent ? 429 : 200, "{\"message\":\"done\"}")
                    .withHeader("x-request-limit", String.valueOf(limit))
                    .withHeader("x-request-remaining", String.valueOf(limit - used))
                    .withHeader("x-request-reset", String.valueOf(end.toEpochMilli()));
        }
    }
}
