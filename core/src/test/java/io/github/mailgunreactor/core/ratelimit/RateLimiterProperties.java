package io.github.mailgunreactor.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** Against a server that counts in fixed windows, whatever its limit and whenever calls are made. */
class RateLimiterProperties {

    @Property(tries = 300)
    void runsIntoNo429OnceABudgetIsAnnounced(
            @ForAll @IntRange(min = 1, max = 20) int limit,
            // A hundredth call at one a window must not have to wait for an hour.
            @ForAll @IntRange(min = 1, max = 30) int windowSeconds,
            @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 0, max = 20_000) Integer> pausesInMillis) {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        time.advanceTimeTo(ScriptedCalls.START);
        WindowedServer server = new WindowedServer(time, limit, Duration.ofSeconds(windowSeconds));
        MailgunClient client = server.transport
                .builder()
                .scheduler(time)
                .retry(RetryPolicy.none())
                .timeout(Duration.ofHours(24))
                .interceptor(RateLimiter.of(RateBudget.inMemory(time), "account")
                        .scheduler(time)
                        .longestWait(Duration.ofHours(1)))
                .build();
        List<TestSubscriber<Confirmation>> calls = new ArrayList<>();
        for (int pause : pausesInMillis) {
            time.advanceTimeBy(Duration.ofMillis(pause));
            TestSubscriber<Confirmation> call = TestSubscriber.create();
            client.send(ScriptedCalls.POST).subscribe(call);
            calls.add(call);
        }
        time.advanceTimeBy(Duration.ofHours(23));

        assertThat(calls).allMatch(TestSubscriber::isTerminatedComplete);
        assertThat(server.refused).isZero();
    }

    private static final class WindowedServer {
        private final VirtualTimeScheduler time;
        private final int limit;
        private final Duration length;
        private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(answer()));
        private Instant end = Instant.MIN;
        private int used;
        private int refused;

        WindowedServer(VirtualTimeScheduler time, int limit, Duration length) {
            this.time = time;
            this.limit = limit;
            this.length = length;
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
