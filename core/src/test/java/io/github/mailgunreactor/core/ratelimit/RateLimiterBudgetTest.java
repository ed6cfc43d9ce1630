package io.github.mailgunreactor.core.ratelimit;

import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.POST;
import static io.github.mailgunreactor.core.ScriptedCalls.START;
import static io.github.mailgunreactor.core.ratelimit.LimitedCalls.announcing;
import static io.github.mailgunreactor.core.ratelimit.LimitedCalls.limited;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.ratelimit.LimitedCalls.Budget;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

/** What a limiter makes of its budget, whatever that one does. */
class RateLimiterBudgetTest {

    @Test
    void makesTheCallWhenTheBudgetsStoreFails() {
        ScriptedCalls calls = new ScriptedCalls(announcing(0, 20), OK);
        RateBudget broken = new RateBudget() {
            @Override
            public Mono<Duration> take(RateKey key, RateCost cost) {
                return Mono.error(new IllegalStateException("the store is down"));
            }

            @Override
            public void ended(RateKey key, RateCost cost, RateLimits announced) {
                throw new IllegalStateException("the store is down");
            }
        };
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(broken, "account").scheduler(calls.time))
                .build();

        calls.succeed(client.send(GET));
        calls.succeed(client.send(GET));
    }

    /** Without a publisher to say it with: thrown on the thread that asks. */
    @ParameterizedTest
    @MethodSource("thrown")
    void makesTheCallWhenTheBudgetThrows(Throwable thrown) {
        ScriptedCalls calls = new ScriptedCalls(OK);
        RateBudget throwing = new RateBudget() {
            @Override
            public Mono<Duration> take(RateKey key, RateCost cost) {
                throw Exceptions.propagate(thrown);
            }

            @Override
            public void ended(RateKey key, RateCost cost, RateLimits announced) {}
        };
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(throwing, "account").scheduler(calls.time))
                .build();

        calls.succeed(client.send(POST));
    }

    static List<Throwable> thrown() {
        return List.of(new IllegalStateException("of a store"), new NoClassDefFoundError("of a driver"));
    }

    @Test
    void givesAResponseAtOnceWhateverTheBudgetDoes() {
        ScriptedCalls calls = new ScriptedCalls(OK);
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(new Budget(Mono.just(Duration.ZERO)), "account")
                        .scheduler(calls.time))
                .build();

        calls.succeed(client.send(POST));

        assertThat(calls.now()).isBefore(START.plusSeconds(1));
    }

    @Test
    void makesTheCallWhereTheBudgetGivesATimeThatIsOverOrNone() {
        for (Mono<Duration> given : List.of(Mono.just(Duration.ofSeconds(-1)), Mono.<Duration>empty())) {
            ScriptedCalls calls = new ScriptedCalls(OK);
            MailgunClient client = calls.client()
                    .interceptor(RateLimiter.of(new Budget(given), "account").scheduler(calls.time))
                    .build();

            calls.succeed(client.send(POST));
        }
    }

    @Test
    void limitsWithABudgetInMemoryAndRealTimeByDefault() {
        ScriptedCalls calls = new ScriptedCalls(OK);

        calls.succeed(calls.client().interceptor(RateLimiter.create()).build().send(GET));

        assertThat(calls.sentAt).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-", "X-Recipient-Limit-", "X-Request-"})
    void makesOtherCallsWaitForTheSpentWindowOfARefusalWhateverItsWordsSay(String family) {
        FakeResponse refusal = FakeResponse.json(429, "{\"message\":\"slow down\",\"retry-seconds\":30}")
                .withHeader(family + "Limit", "10")
                .withHeader(family + "Remaining", "0")
                .withHeader(
                        family + "Reset", String.valueOf(START.plusSeconds(10).toEpochMilli()));
        ScriptedCalls calls = new ScriptedCalls(refusal, OK);
        MailgunClient client = limited(calls).retry(RetryPolicy.none()).build();
        MailgunRequest<Confirmation> toOne =
                Method.POST.path("/v3/messages").recipients(1).asJson(Confirmation.class);

        calls.failure(client.send(toOne));
        calls.succeed(client.send(toOne));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void makesNoOtherCallWaitForAServerThatIsUnavailable() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json(503, "{}").withHeader("Retry-After", "20"), OK);
        MailgunClient client = limited(calls).retry(RetryPolicy.none()).build();

        calls.failure(client.send(GET));
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void makesTheCallWhenTheBudgetNeverAnswersAlsoWithoutADeadline() {
        ScriptedCalls calls = new ScriptedCalls(OK);
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(new Budget(Mono.never()), "account").scheduler(calls.time))
                .build();
        Part upload = Part.publisher("a.txt", () -> Flux.just(ByteBuffer.allocate(1)));

        calls.succeed(client.send(Method.POST
                .path("/v1/x")
                .multipart(Params.NONE.with("file", upload))
                .asJson(Confirmation.class)));

        assertThat(Duration.between(START, calls.sentAt.get(0))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void makesOtherCallsWaitAsTheWordsOfA420SayThoughWindowsAreNotSpent() {
        FakeResponse refusal = FakeResponse.json(
                        420, "{\"message\":\"recipient limit exceeded, try again after 25 seconds\"}")
                .withHeader("x-request-limit", "10")
                .withHeader("x-request-remaining", "5")
                .withHeader(
                        "x-request-reset", String.valueOf(START.plusSeconds(3).toEpochMilli()));
        ScriptedCalls calls = new ScriptedCalls(refusal, OK);
        MailgunClient client = limited(calls).retry(RetryPolicy.none()).build();

        assertThat(calls.failure(client.send(GET))).isInstanceOf(ErrorStatusException.class);
        calls.succeed(client.send(GET));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(25));
    }

    /** Gives what it is told to, and keeps what it is told itself. */
    private record Noting(Supplier<Duration> given, List<RateLimits> told) implements RateBudget {
        @Override
        public Mono<Duration> take(RateKey key, RateCost cost) {
            return Mono.fromSupplier(given);
        }

        @Override
        public void ended(RateKey key, RateCost cost, RateLimits announced) {
            told.add(announced);
        }
    }

    @Test
    void tellsTheBudgetOfEachCallThatEndsOnceAlsoWithoutAResponse() {
        List<RateLimits> told = new ArrayList<>();
        ScriptedCalls calls = new ScriptedCalls(OK, ScriptedCalls.lost(POST), Mono.never());
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(new Noting(() -> Duration.ZERO, told), "account")
                        .scheduler(calls.time))
                .build();

        calls.succeed(client.send(POST));
        calls.failure(client.send(POST));
        client.send(POST).subscribe().dispose();

        assertThat(told).containsExactly(RateLimits.NONE, RateLimits.NONE, RateLimits.NONE);
    }

    /** As by a deadline on another thread. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "20, 0"})
    void tellsTheBudgetOfACallThatWasCancelledWhileItWasTaken(int wait, int times) {
        List<RateLimits> told = new ArrayList<>();
        ScriptedCalls calls = new ScriptedCalls();
        TestSubscriber<Confirmation> subscriber = TestSubscriber.create();
        Noting budget = new Noting(
                () -> {
                    subscriber.cancel();
                    return Duration.ofSeconds(wait);
                },
                told);

        calls.client()
                .interceptor(RateLimiter.of(budget, "account").scheduler(calls.time))
                .build()
                .send(GET)
                .subscribe(subscriber);

        assertThat(told).hasSize(times);
        assertThat(calls.sentAt).isEmpty();
    }

    @Test
    void namesABudgetForAStore() {
        assertThat(new RateKey("shop", null, "us", "suppressions")).hasToString("shop//us/suppressions");
        assertThat(new RateKey("shop", "sub1", "eu", "GET /v1/keys")).hasToString("shop/sub1/eu/GET /v1/keys");
    }
}
