package io.github.mailgunreactor.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.testing.WindowedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
        MailgunClient client = server.transport()
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
        assertThat(server.refused()).isZero();
    }
}
