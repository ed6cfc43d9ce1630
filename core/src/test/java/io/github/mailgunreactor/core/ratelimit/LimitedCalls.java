package io.github.mailgunreactor.core.ratelimit;

import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.START;

import io.github.mailgunreactor.core.MailgunClientBuilder;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What tests of the limiter begin with: clients whose calls it limits, and responses that announce a window. */
final class LimitedCalls {
    private LimitedCalls() {}

    /** Gives what it is told to, and fails at whatever it is told itself. */
    record Budget(Mono<Duration> given) implements RateBudget {
        @Override
        public Mono<Duration> take(RateKey key, RateCost cost) {
            return given;
        }

        @Override
        public void ended(RateKey key, RateCost cost, RateLimits announced) {
            throw new NoClassDefFoundError("of a driver");
        }
    }

    static FakeResponse announcing(int remaining, int secondsAhead) {
        return OK.withHeader("x-request-limit", "10")
                .withHeader("x-request-remaining", String.valueOf(remaining))
                .withHeader(
                        "x-request-reset",
                        String.valueOf(START.plusSeconds(secondsAhead).toEpochMilli()));
    }

    static RateLimiter limiter(ScriptedCalls calls) {
        return RateLimiter.of(RateBudget.inMemory(calls.time), "account").scheduler(calls.time);
    }

    static MailgunClientBuilder limited(ScriptedCalls calls) {
        return calls.client().interceptor(limiter(calls));
    }
}
