package io.github.mailgunreactor.core;

import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.POST;
import static io.github.mailgunreactor.core.ScriptedCalls.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class RateLimiterTest {

    @Test
    void letsCallsPassWhileNothingIsAnnounced() {
        ScriptedCalls calls = new ScriptedCalls(OK, OK, OK);
        MailgunClient client = limited(calls).build();

        for (int i = 0; i < 3; i++) {
            calls.succeed(client.send(GET));
        }

        assertThat(calls.sentAfter(2)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void waitsForTheNextWindowWhenTheAnnouncedOneIsSpent() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 15), OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(POST));
        calls.succeed(client.send(POST));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void spendsWhatIsLeftBeforeItWaits() {
        ScriptedCalls calls = new ScriptedCalls(announcing(2, 15), OK, OK, OK);
        MailgunClient client = limited(calls).build();

        for (int i = 0; i < 4; i++) {
            calls.succeed(client.send(GET));
        }

        assertThat(calls.sentAfter(2)).isLessThan(Duration.ofSeconds(4));
        assertThat(calls.sentAfter(3)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void makesOtherCallsOfTheGroupWaitAfter429() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json(429, "{\"retry-seconds\":20}"), OK);
        MailgunClient client = limited(calls).retry(RetryPolicy.none()).build();

        assertThat(calls.failure(client.send(GET))).isInstanceOf(ErrorStatusException.class);
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void leavesOtherOperationsRegionsAndSubaccountsAlone() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 30), OK, OK, OK, OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(GET));
        calls.succeed(client.send(POST));
        calls.succeed(client.inRegion(Region.EU).send(GET));
        calls.succeed(client.onBehalfOf("sub").send(GET));
        assertThat(calls.sentAfter(3)).isLessThan(Duration.ofSeconds(5));

        calls.succeed(client.inRegion(Region.US).send(GET));
        assertThat(calls.sentAfter(4)).as("views share the budget").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsSuppressionsAsOneGroup() {
        Operation bounces = Method.GET.path("/v3/{domain}/bounces", "example.com");
        Operation complaint = Method.DELETE.path("/v3/{domain}/complaints/{address}", "example.com", "a@b.c");

        assertThat(RateLimiter.group(bounces))
                .isEqualTo(RateLimiter.group(complaint))
                .isEqualTo("suppressions");
        assertThat(RateLimiter.group(Method.PUT.path("/v4/domains/{domain}/verify", "example.com")))
                .isEqualTo("PUT /v4/domains/{domain}/verify");
    }

    @Test
    void failsAtOnceWhenTheWaitWouldOutlastTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 45));
        MailgunClient client = limited(calls).timeout(Duration.ofSeconds(30)).build();
        calls.succeed(client.send(POST));

        Throwable error = calls.failure(client.send(POST));

        assertThat(error).isInstanceOfSatisfying(NoResponseException.class, limited -> {
            assertThat(limited.reason()).isEqualTo(NoResponseException.Reason.RATE_LIMITED);
            assertThat(limited.requestSent()).isFalse();
            assertThat(limited).hasMessageContaining("POST /v1/keys").hasMessageContaining("rate limit");
        });
        assertThat(calls.now()).isBefore(START.plusSeconds(5));
        assertThat(calls.verdicts()).containsExactly(RetryDecision.Verdict.NO_TIME_LEFT);
    }

    @Test
    void boundsTheWaitByItsOwnLimitToo() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20));
        MailgunClient client = calls.client()
                .interceptor(limiter(calls).longestWait(Duration.ofSeconds(5)))
                .build();
        calls.succeed(client.send(GET));

        assertThat(calls.failure(client.send(GET))).hasMessageContaining("rate limit");
    }

    @Test
    void boundsTheNumberOfWaitingCalls() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20), OK);
        MailgunClient client =
                calls.client().interceptor(limiter(calls).maxWaiting(1)).build();
        calls.succeed(client.send(GET));
        Disposable first = client.send(GET).subscribe();

        assertThat(calls.failure(client.send(GET))).hasMessageContaining("rate limit");

        first.dispose();
        calls.succeed(client.send(GET));
    }

    @Test
    void makesTheCallWhenTheBudgetsStoreFails() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20), OK);
        RateBudget broken = new RateBudget() {
            @Override
            public Mono<Duration> take(RateKey key) {
                return Mono.error(new IllegalStateException("the store is down"));
            }

            @Override
            public Mono<Void> learn(RateKey key, RateLimit announced) {
                return Mono.error(new IllegalStateException("the store is down"));
            }
        };
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.sharing(broken, "account").scheduler(calls.time))
                .build();

        calls.succeed(client.send(GET));
        calls.succeed(client.send(GET));
    }

    @Test
    void waitsForTheTighterOfTwoAnnouncedWindows() {
        FakeResponse answer = OK.withHeader("X-RateLimit-Limit", "100")
                .withHeader("X-RateLimit-Remaining", "50")
                .withHeader(
                        "X-RateLimit-Reset",
                        String.valueOf(START.plusSeconds(40).toEpochMilli()))
                .withHeader("X-Recipient-Limit-Limit", "10")
                .withHeader("X-Recipient-Limit-Remaining", "0")
                .withHeader(
                        "X-Recipient-Limit-Reset",
                        String.valueOf(START.plusSeconds(10).toEpochMilli()));
        ScriptedCalls calls = new ScriptedCalls(answer, OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(POST));
        calls.succeed(client.send(POST));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void ignoresAWindowThatIsOverAlready() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, -5), OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(GET));
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimiter.create().maxWaiting(-1))
                .withMessageContaining("calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimiter.create().longestWait(Duration.ofHours(2)))
                .withMessageContaining("wait");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimiter.sharing(RateBudget.inMemory(), " "))
                .withMessageContaining("account");
    }

    @Test
    void namesABudgetForAStore() {
        assertThat(new RateKey("shop", null, "us", "suppressions")).hasToString("shop//us/suppressions");
        assertThat(new RateKey("shop", "sub1", "eu", "GET /v1/keys")).hasToString("shop/sub1/eu/GET /v1/keys");
    }

    private static FakeResponse announcing(int remaining, int secondsAhead) {
        return OK.withHeader("x-request-limit", "10")
                .withHeader("x-request-remaining", String.valueOf(remaining))
                .withHeader(
                        "x-request-reset",
                        String.valueOf(START.plusSeconds(secondsAhead).toEpochMilli()));
    }

    private static RateLimiter limiter(ScriptedCalls calls) {
        return RateLimiter.sharing(RateBudget.inMemory(calls.time), "account").scheduler(calls.time);
    }

    private static MailgunClientBuilder limited(ScriptedCalls calls) {
        return calls.client().interceptor(limiter(calls));
    }
}
