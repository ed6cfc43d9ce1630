package io.github.mailgunreactor.core.ratelimit;

import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.POST;
import static io.github.mailgunreactor.core.ScriptedCalls.START;
import static io.github.mailgunreactor.core.ratelimit.LimitedCalls.announcing;
import static io.github.mailgunreactor.core.ratelimit.LimitedCalls.limited;
import static io.github.mailgunreactor.core.ratelimit.LimitedCalls.limiter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.ratelimit.LimitedCalls.Budget;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

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
        assertThat(RateLimiter.group(Method.GET.path("/v3/{domain}", "example.com")))
                .isEqualTo("GET /v3/{domain}");
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
    void letsACallWaitForEachThatWaitsNoMore() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20));
        MailgunClient client =
                calls.client().interceptor(limiter(calls).maxWaiting(2)).build();
        calls.succeed(client.send(GET));
        TestSubscriber<Confirmation> third = TestSubscriber.create();
        TestSubscriber<Confirmation> fourth = TestSubscriber.create();
        client.send(GET).subscribe();
        client.send(GET).subscribe().dispose();

        client.send(GET).subscribe(third);
        client.send(GET).subscribe(fourth);

        assertThat(third.isTerminated()).isFalse();
        assertThat(fourth.expectTerminalError()).hasMessageContaining("rate limit");
    }

    @Test
    void waitsForTheWindowsThatTheCallCountsIn() {
        FakeResponse announcing = OK.withHeader("X-RateLimit-Limit", "100")
                .withHeader("X-RateLimit-Remaining", "50")
                .withHeader(
                        "X-RateLimit-Reset",
                        String.valueOf(START.plusSeconds(40).toEpochMilli()))
                .withHeader("X-Recipient-Limit-Limit", "10")
                .withHeader("X-Recipient-Limit-Remaining", "0")
                .withHeader(
                        "X-Recipient-Limit-Reset",
                        String.valueOf(START.plusSeconds(10).toEpochMilli()));
        ScriptedCalls calls = new ScriptedCalls(announcing, OK, OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(to(0)));
        calls.succeed(client.send(to(0)));
        calls.succeed(client.send(to(1)));

        assertThat(calls.sentAfter(1)).as("no recipient").isLessThan(Duration.ofSeconds(3));
        assertThat(calls.sentAfter(2)).as("one recipient").isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void countsRecipientsByTheirNumberAndCallsByOne() {
        ScriptedCalls calls = new ScriptedCalls(recipients(1000, 500, 40), OK, OK, OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(to(10)));
        calls.succeed(client.send(to(300)));
        calls.succeed(client.send(to(200)));
        assertThat(calls.sentAfter(2)).isLessThan(Duration.ofSeconds(5));
        calls.succeed(client.send(to(1)));

        assertThat(calls.sentAfter(3)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void sendsToMoreThanAWindowEverHoldsWhenTheWindowIsFull() {
        ScriptedCalls calls = new ScriptedCalls(recipients(100, 50, 40), OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(to(1)));
        calls.succeed(client.send(to(1000)));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void survivesAnyNumberOfShortWaits() {
        AtomicInteger asked = new AtomicInteger();
        ScriptedCalls calls = new ScriptedCalls(OK);
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(
                                new Budget(Mono.fromSupplier(
                                        () -> asked.incrementAndGet() <= 50_000 ? Duration.ofNanos(1) : Duration.ZERO)),
                                "account")
                        .scheduler(calls.time))
                .timeout(Duration.ofHours(1))
                .build();

        calls.succeed(client.send(GET));

        assertThat(asked).hasValue(50_001);
    }

    @Test
    void boundsTheWaitingCallsOfEachGroupByItself() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20), announcing(0, 20), OK, OK);
        MailgunClient client =
                calls.client().interceptor(limiter(calls).maxWaiting(1)).build();
        calls.succeed(client.send(GET));
        calls.succeed(client.send(POST));

        client.send(GET).subscribe();
        calls.succeed(client.send(POST));

        assertThat(calls.sentAt).hasSize(4);
    }

    @Test
    void countsACallThatWaitsTwiceOnce() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 5), OK, OK);
        MailgunClient client =
                calls.client().interceptor(limiter(calls).maxWaiting(1)).build();
        calls.succeed(client.send(GET));
        AtomicInteger asked = new AtomicInteger();
        MailgunClient again = calls.client()
                .interceptor(RateLimiter.of(
                                new Budget(Mono.fromSupplier(
                                        () -> asked.incrementAndGet() < 3 ? Duration.ofSeconds(1) : Duration.ZERO)),
                                "account")
                        .scheduler(calls.time)
                        .maxWaiting(1))
                .build();

        calls.succeed(again.send(GET));

        assertThat(asked).hasValue(3);
    }

    @Test
    void forgetsCallsThatEndedWithoutAnAnnouncement() {
        Object[] script = new Object[3002];
        Arrays.setAll(script, i -> i < 1500 ? ScriptedCalls.lost(POST) : OK);
        script[3000] = OK.withHeader("x-request-limit", "2500")
                .withHeader("x-request-remaining", "2499")
                .withHeader(
                        "x-request-reset",
                        String.valueOf(START.plusSeconds(86_000).toEpochMilli()));
        ScriptedCalls calls = new ScriptedCalls(script);
        MailgunClient client = limited(calls).build();
        for (int i = 0; i <= 3000; i++) {
            TestSubscriber<Confirmation> subscriber = TestSubscriber.create();
            client.send(POST).subscribe(subscriber);
        }

        Instant before = calls.now();
        calls.succeed(client.send(POST));

        assertThat(Duration.between(before, calls.sentAt.get(3001))).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void forgetsCallsThatWereCancelled() {
        Object[] script = new Object[12];
        Arrays.fill(script, Mono.never());
        script[10] = announcing(9, 30);
        script[11] = OK;
        ScriptedCalls calls = new ScriptedCalls(script);
        MailgunClient client = limited(calls).build();
        for (int i = 0; i < 10; i++) {
            client.send(GET).subscribe().dispose();
        }

        calls.succeed(client.send(GET));
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(11)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2036-11-21T10:00:00Z", "2026-11-23T10:00:00Z", "+58840-11-21T10:00:00Z"})
    void doesNotBelieveAnEndOfAWindowThatIsFarAway(String end) {
        ScriptedCalls calls = new ScriptedCalls(
                OK.withHeader("x-request-limit", "10")
                        .withHeader("x-request-remaining", "0")
                        .withHeader(
                                "x-request-reset",
                                String.valueOf(Instant.parse(end).toEpochMilli())),
                OK);
        MailgunClient client = limited(calls).build();

        calls.succeed(client.send(GET));
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(1)).isLessThan(Duration.ofSeconds(2));
    }

    private static MailgunRequest<Confirmation> to(int recipients) {
        return Method.POST
                .path("/v3/{domain}/messages", "a.example")
                .recipients(recipients)
                .asJson(Confirmation.class);
    }

    private static FakeResponse recipients(int limit, int remaining, int secondsAhead) {
        return OK.withHeader("X-Recipient-Limit-Limit", String.valueOf(limit))
                .withHeader("X-Recipient-Limit-Remaining", String.valueOf(remaining))
                .withHeader(
                        "X-Recipient-Limit-Reset",
                        String.valueOf(START.plusSeconds(secondsAhead).toEpochMilli()));
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
                .isThrownBy(() -> RateLimiter.of(RateBudget.inMemory(), " "))
                .withMessageContaining("account");
    }
}
