package io.github.mailgunreactor.core;

import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a client waits before it sends a call again. */
class RetryDelayTest {
    private static final FakeResponse UNAVAILABLE = FakeResponse.json(503, "{\"message\":\"try later\"}");
    private static final FakeResponse TOO_MANY = FakeResponse.json(429, "{\"message\":\"too many\"}");

    // How long it waits

    @Test
    void waitsARandomTimeUpToABoundThatDoubles() {
        for (int run = 0; run < 50; run++) {
            ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, OK);
            RetryPolicy policy =
                    RetryPolicy.defaults().maxAttempts(5).backoff(Duration.ofMillis(100), Duration.ofMillis(300));

            calls.run(calls.client(policy).build().send(GET));

            assertThat(calls.decisions.get(0).delay()).isBetween(Duration.ZERO, Duration.ofMillis(100));
            assertThat(calls.decisions.get(1).delay()).isBetween(Duration.ZERO, Duration.ofMillis(200));
            assertThat(calls.decisions.get(2).delay()).isBetween(Duration.ZERO, Duration.ofMillis(300));
            assertThat(calls.decisions.get(3).delay()).isBetween(Duration.ZERO, Duration.ofMillis(300));
        }
    }

    @Test
    void sendsTheNextTryWhenTheWaitIsOver() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "7"), OK);

        calls.run(calls.client().build().send(GET));

        assertThat(calls.sentAfter(1)).isEqualTo(calls.decisions.get(0).delay());
    }

    @Test
    void waitsTheSecondsOfRetryAfter() {
        assertWaits(UNAVAILABLE.withHeader("Retry-After", "7"), Duration.ofSeconds(7));
    }

    @Test
    void waitsForTheDateOfRetryAfter() {
        assertWaits(UNAVAILABLE.withHeader("Retry-After", "Sat, 21 Nov 2026 10:00:09 GMT"), Duration.ofSeconds(9));
    }

    @Test
    void waitsTheRetrySecondsOfTheBody() {
        assertWaits(FakeResponse.json(429, "{\"retry-seconds\":20}"), Duration.ofSeconds(20));
    }

    @Test
    void waitsForTheEndOfARateLimitWindowInMilliseconds() {
        assertWaits(
                TOO_MANY.withHeader("X-RateLimit-Limit", "100")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader(
                                "X-RateLimit-Reset",
                                String.valueOf(START.plusSeconds(11).toEpochMilli())),
                Duration.ofSeconds(11));
    }

    @Test
    void waitsForTheEndOfARateLimitWindowInSeconds() {
        assertWaits(
                TOO_MANY.withHeader(
                        "X-RateLimit-Reset",
                        String.valueOf(START.plusSeconds(12).getEpochSecond())),
                Duration.ofSeconds(12));
    }

    @Test
    void waitsForTheEndOfTheWindowOfAGroupOfOperations() {
        assertWaits(
                TOO_MANY.withHeader("x-request-limit", "2500")
                        .withHeader("x-request-remaining", "0")
                        .withHeader(
                                "x-request-reset",
                                String.valueOf(START.plusSeconds(14).toEpochMilli())),
                Duration.ofSeconds(14));
    }

    @Test
    void waitsForTheWindowThatIsSpentAndNotForTheOther() {
        assertWaits(
                TOO_MANY.withHeader("X-RateLimit-Remaining", "5")
                        .withHeader(
                                "X-RateLimit-Reset",
                                String.valueOf(START.plusSeconds(50).toEpochMilli()))
                        .withHeader("X-Recipient-Limit-Remaining", "0")
                        .withHeader(
                                "X-Recipient-Limit-Reset",
                                String.valueOf(START.plusSeconds(3).toEpochMilli())),
                Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "0", "99999999999999999999", "Sat, 21 Nov 2020 10:00:00 GMT"})
    void fallsBackToARandomWaitWhereRetryAfterSaysNothingUseful(String value) {
        assertWaits(UNAVAILABLE.withHeader("Retry-After", value), Duration.ZERO);
    }

    /** The wait that was asked for, and the usual random time on top. */
    private static void assertWaits(FakeResponse answer, Duration asked) {
        ScriptedCalls calls = new ScriptedCalls(answer, OK);

        calls.succeed(calls.client().build().send(GET));

        assertThat(calls.decisions.get(0).delay()).isBetween(asked, asked.plusMillis(200));
    }
}
