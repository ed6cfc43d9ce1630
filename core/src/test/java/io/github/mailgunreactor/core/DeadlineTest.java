package io.github.mailgunreactor.core;

import static io.github.mailgunreactor.core.NoResponseException.Reason.TIMED_OUT;
import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.POST;
import static io.github.mailgunreactor.core.ScriptedCalls.START;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.NO_TIME_LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.subscriber.TestSubscriber;

/** What the deadline of a call bounds: its attempts, its waits, and what others do before it is sent. */
class DeadlineTest {
    private static final FakeResponse UNAVAILABLE = FakeResponse.json(503, "{\"message\":\"try later\"}");
    private static final FakeResponse TOO_MANY = FakeResponse.json(429, "{\"message\":\"too many\"}");

    // The deadline

    @Test
    void doesNotBeginAWaitThatWouldEndAfterTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "60"));

        Throwable error = calls.failure(
                calls.client().timeout(Duration.ofSeconds(30)).build().send(GET));

        assertThat(error).isInstanceOf(ErrorStatusException.class);
        assertThat(calls.verdicts()).containsExactly(NO_TIME_LEFT);
        assertThat(calls.now()).isBefore(START.plusSeconds(2));
    }

    @Test
    void doesNotBeginAWaitThatWouldEndWithTheDeadline() {
        RetryPolicy hasty = RetryPolicy.defaults().backoff(Duration.ofMillis(1), Duration.ofMillis(1));
        for (int run = 0; run < 30; run++) {
            ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "30"));

            calls.failure(
                    calls.client(hasty).timeout(Duration.ofSeconds(30)).build().send(GET));

            assertThat(calls.verdicts()).containsExactly(NO_TIME_LEFT);
        }
    }

    @Test
    void givesTheTransportWhatIsLeftOfTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "10"), OK);

        calls.run(calls.client().timeout(Duration.ofSeconds(30)).build().send(GET));

        assertThat(calls.transport.sent().get(0).timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(calls.transport.sent().get(1).timeout())
                .isBetween(Duration.ofMillis(19_800), Duration.ofSeconds(20));
    }

    @Test
    void countsTheTimeOfATryAgainstTheDeadline() {
        ScriptedCalls timed = new ScriptedCalls(
                ScriptedCalls.after(Duration.ofSeconds(25), UNAVAILABLE.withHeader("Retry-After", "6")));
        timed.failure(timed.client().timeout(Duration.ofSeconds(30)).build().send(GET));

        assertThat(timed.verdicts()).containsExactly(NO_TIME_LEFT);
    }

    @Test
    void prefersTheTimeoutOfTheOperation() {
        MailgunRequest<Confirmation> hasty =
                Method.GET.path("/v1/keys").timeout(Duration.ofSeconds(3)).asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "5"));

        calls.failure(calls.client().build().send(hasty));

        assertThat(calls.verdicts()).containsExactly(NO_TIME_LEFT);
    }

    @Test
    void boundsTheWaitOfAnUploadWithoutADeadlineByTheTimeoutOfOtherCalls() {
        MailgunRequest<Confirmation> upload = Method.POST
                .path("/v3/imports")
                .multipart(Params.NONE.with(
                        "file", Part.publisher("list.csv", () -> Flux.just(ByteBuffer.wrap(new byte[1])))))
                .asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(TOO_MANY.withHeader("Retry-After", "86400"));

        calls.failure(calls.client().build().send(upload));

        assertThat(calls.transport.onlySent().timeout()).isNull();
        assertThat(calls.verdicts()).containsExactly(NO_TIME_LEFT);
    }

    @Test
    void endsAWaitingInterceptorAtTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls();
        Mono<Confirmation> call = calls.client()
                .interceptor(new Never())
                .timeout(Duration.ofSeconds(30))
                .build()
                .send(POST);

        assertThat(calls.failure(call)).isInstanceOfSatisfying(NoResponseException.class, error -> {
            assertThat(error.reason()).isEqualTo(TIMED_OUT);
            assertThat(error.requestSent()).isFalse();
            assertThat(error.operationName()).isEqualTo("POST /v1/keys");
        });
        assertThat(calls.now()).isEqualTo(START.plusSeconds(30));
        assertThat(calls.verdicts()).containsExactly(NO_TIME_LEFT);
    }

    @Test
    void endsWaitingCredentialsAtTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls();
        Mono<Confirmation> call = MailgunClient.builder(Credentials.from(Mono.never()))
                .transport(calls.transport)
                .scheduler(calls.time)
                .timeout(Duration.ofSeconds(5))
                .build()
                .send(GET);

        assertThat(calls.failure(call)).isInstanceOf(NoResponseException.class);
        assertThat(calls.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void endsAWaitingRouterAtTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls();
        Mono<Confirmation> call = calls.client()
                .router(domain -> Mono.never())
                .timeout(Duration.ofSeconds(5))
                .build()
                .send(Method.GET.path("/v4/domains/{domain}", "example.com").asJson(Confirmation.class));

        assertThat(calls.failure(call)).isInstanceOf(NoResponseException.class);
        assertThat(calls.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void leavesTheTimeoutToTheTransportWhileItIsAtWork() {
        ScriptedCalls calls = new ScriptedCalls(Mono.never());
        Mono<Confirmation> call = calls.client()
                .interceptor(new PassOn())
                .timeout(Duration.ofSeconds(30))
                .build()
                .send(POST);

        assertThat(calls.failure(call))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        error -> assertThat(error.requestSent())
                                .as("a transport that does not end in time may have sent the request")
                                .isTrue());
        assertThat(calls.time.now(TimeUnit.MILLISECONDS))
                .isBetween(
                        START.plusSeconds(30).toEpochMilli(),
                        START.plusSeconds(31).toEpochMilli());
    }

    @Test
    void endsAtOnceWhereAnInterceptorHasGivenUpOnTheTransport() {
        ScriptedCalls calls = new ScriptedCalls(Mono.never());
        Mono<Confirmation> call = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.proceed(attempt).timeout(Duration.ofSeconds(1), Mono.never(), calls.time);
                    }
                })
                .timeout(Duration.ofSeconds(30))
                .build()
                .send(POST);

        assertThat(calls.failure(call))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        error -> assertThat(error.requestSent()).isTrue());
        assertThat(calls.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void sendsNothingForAnInterceptorThatProceedsAfterIt() {
        ScriptedCalls calls = new ScriptedCalls(OK);
        List<Mono<?>> kept = new ArrayList<>();
        Mono<Confirmation> call = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        kept.add(chain.proceed(attempt));
                        return Mono.never();
                    }
                })
                .timeout(Duration.ofSeconds(30))
                .build()
                .send(POST);
        calls.failure(call);

        assertThat(calls.failure(kept.get(0))).isInstanceOfSatisfying(NoResponseException.class, error -> {
            assertThat(error.reason()).isEqualTo(TIMED_OUT);
            assertThat(error.requestSent()).isFalse();
        });
        assertThat(calls.transport.sent()).isEmpty();
    }

    @Test
    void sendsNothingWhoseBodyIsReadyAfterIt() {
        ScriptedCalls calls = new ScriptedCalls(OK);
        Sinks.Empty<Void> go = Sinks.empty();
        List<Throwable> seen = new ArrayList<>();
        TestSubscriber<Confirmation> subscriber = TestSubscriber.create();
        MailgunRequest<Confirmation> upload = Method.POST
                .path("/v3/imports")
                .multipart(Params.NONE.with("file", Part.publisher("list.csv", () -> {
                    calls.time.advanceTimeBy(Duration.ofSeconds(31));
                    return Flux.just(ByteBuffer.wrap(new byte[1]));
                })))
                .timeout(Duration.ofSeconds(30))
                .asJson(Confirmation.class);
        calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return go.asMono().then(chain.proceed(attempt)).doOnError(seen::add);
                    }
                })
                .build()
                .send(upload)
                .subscribe(subscriber);

        go.tryEmitEmpty();

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        error -> assertThat(error.requestSent()).isFalse());
        assertThat(seen)
                .singleElement()
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        error -> assertThat(error.reason()).isEqualTo(TIMED_OUT));
        assertThat(calls.transport.sent()).isEmpty();
    }

    private static final class Never implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return Mono.never();
        }
    }

    private static final class PassOn implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.proceed(attempt);
        }
    }
}
