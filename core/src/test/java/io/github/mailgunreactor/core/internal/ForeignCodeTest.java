package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.CallOptions;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Credentials;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ScriptedCalls;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.test.subscriber.TestSubscriber;

/** Whatever code that is not ours does on our threads: each call ends once, in time, and no response is lost. */
class ForeignCodeTest {
    private static final Operation OF_DOMAIN = Method.GET.path("/v3/{domain}/bounces", "a.example");

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("broken"),
                new NoSuchMethodError("of another version"),
                new StackOverflowError(),
                new AssertionError("in a test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aRetryListenerThatThrowsChangesNothing(Throwable thrown) {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(503), FakeResponse.empty(503), ScriptedCalls.OK);
        MailgunClient client = calls.transport
                .builder()
                .scheduler(calls.time)
                .retry(RetryPolicy.defaults().listener(decision -> sneak(thrown)))
                .build();

        calls.succeed(client.send(ScriptedCalls.GET));

        assertThat(calls.sentAt).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aHookForWhatListenersThrowCostsNoResponseWhenItThrowsItself(Throwable thrown) {
        ScriptedCalls calls = new ScriptedCalls(ScriptedCalls.OK);
        CallOptions listening = CallOptions.none().onResponse((operation, response) -> sneak(thrown));
        Hooks.onErrorDropped(dropped -> sneak(thrown));
        try {
            calls.succeed(calls.client().build().withOptions(listening).send(ScriptedCalls.GET));
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anInterceptorThatThrowsFailsTheAttemptAlsoAfterAWait(Throwable thrown) {
        AtomicInteger attempts = new AtomicInteger();
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(503));
        MailgunClient client = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        if (attempts.incrementAndGet() == 2) {
                            sneak(thrown);
                        }
                        return chain.proceed(attempt);
                    }
                })
                .build();

        assertThat(calls.failure(client.send(ScriptedCalls.GET))).isSameAs(thrown);
    }

    @Test
    void anInterceptorThatReturnsNothingFailsTheCall() {
        ScriptedCalls calls = new ScriptedCalls();
        MailgunClient client = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    @SuppressWarnings("NullAway") // what the test is about
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return null;
                    }
                })
                .build();

        assertThat(calls.failure(client.send(ScriptedCalls.GET)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("interceptor");
    }

    @Test
    void aResponseThatAnInterceptorHoldsIsGivenAtTheDeadline() {
        ScriptedCalls calls = new ScriptedCalls(ScriptedCalls.OK);
        MailgunClient client = calls.client()
                .timeout(Duration.ofSeconds(10))
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.proceed(attempt).delayUntil(response -> Mono.never());
                    }
                })
                .build();

        calls.succeed(client.send(ScriptedCalls.POST));

        assertThat(calls.now()).isEqualTo(ScriptedCalls.START.plusSeconds(10));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aRouterThatThrowsFailsTheCall(Throwable thrown) {
        ScriptedCalls calls = new ScriptedCalls();
        MailgunClient client = calls.client()
                .router(domain -> {
                    sneak(thrown);
                    return Mono.empty();
                })
                .build();

        assertThat(calls.failure(client.send(OF_DOMAIN.asText()))).isSameAs(thrown);
    }

    @Test
    void aRouterOrCredentialsThatNeverAnswerEndACallWithoutADeadlineToo() {
        Operation upload = Method.POST
                .path("/v3/{domain}/x", "a.example")
                .multipart(Params.NONE.with("file", Part.publisher("a.txt", () -> Flux.just(ByteBuffer.allocate(1)))));
        ScriptedCalls calls = new ScriptedCalls();
        MailgunClient unrouted = calls.client()
                .timeout(Duration.ofSeconds(30))
                .router(domain -> Mono.never())
                .build();
        MailgunClient keyless = MailgunClient.builder(Credentials.from(Mono.never()))
                .transport(calls.transport)
                .scheduler(calls.time)
                .timeout(Duration.ofSeconds(30))
                .retry(RetryPolicy.none())
                .build();

        for (MailgunClient client : List.of(unrouted, keyless)) {
            assertThat(calls.failure(client.send(upload.asText())))
                    .isInstanceOfSatisfying(NoResponseException.class, timedOut -> {
                        assertThat(timedOut.reason()).isEqualTo(NoResponseException.Reason.TIMED_OUT);
                        assertThat(timedOut.requestSent()).isFalse();
                    });
        }
    }

    /** What the server got stays sent, whatever an interceptor makes of it. */
    @Test
    void anInterceptorThatGivesUpOnAnAttemptDoesNotMakeItUnsent() {
        ScriptedCalls calls = new ScriptedCalls(Mono.never(), ScriptedCalls.OK);
        MailgunClient client =
                calls.client().interceptor(new GivesUp(calls.time)).build();

        Throwable error = calls.failure(client.send(ScriptedCalls.POST));

        assertThat(error)
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        lost -> assertThat(lost.requestSent()).isTrue());
        assertThat(calls.sentAt)
                .as("a POST that may have arrived is not repeated")
                .hasSize(1);
    }

    @Test
    void anInterceptorThatGivesUpOnTheOnlyAttemptDoesNotMakeItUnsentEither() {
        ScriptedCalls calls = new ScriptedCalls(Mono.never());
        MailgunClient client = calls.transport
                .builder()
                .scheduler(calls.time)
                .retry(RetryPolicy.none())
                .interceptor(new GivesUp(calls.time))
                .build();

        assertThat(calls.failure(client.send(ScriptedCalls.POST)))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        lost -> assertThat(lost.requestSent()).isTrue());
    }

    /** Waits for a second, and says then that nothing was sent. */
    private record GivesUp(Scheduler time) implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.proceed(attempt)
                    .timeout(
                            Duration.ofSeconds(1),
                            Mono.error(new NoResponseException(
                                    attempt.operation(),
                                    attempt.region(),
                                    NoResponseException.Reason.TIMED_OUT,
                                    false,
                                    null)),
                            time);
        }
    }

    /** A pause of the collector, say, between the failure of an attempt and what is made of it. */
    @Test
    void aDeadlineThatFiresWhileAFailureIsDecidedUponKnowsThatItWasSent() {
        Sinks.One<FakeResponse> failing = Sinks.one();
        ScriptedCalls calls = new ScriptedCalls(failing.asMono());
        TestSubscriber<Confirmation> subscriber = TestSubscriber.create();
        MailgunClient client = calls.transport
                .builder()
                .scheduler(calls.time)
                .timeout(Duration.ofSeconds(10))
                .interceptor(new PassOn())
                .retry(RetryPolicy.defaults().listener(decision -> calls.time.advanceTimeBy(Duration.ofSeconds(10))))
                .build();
        client.send(Method.PUT.path("/v1/keys").asJson(Confirmation.class)).subscribe(subscriber);

        failing.tryEmitError(ScriptedCalls.lost(ScriptedCalls.GET));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        late -> assertThat(late.requestSent()).isTrue());
    }

    /** The same pause a step earlier: nobody has looked at the failure yet. */
    @Test
    void aDeadlineThatFiresJustAfterAnAttemptHasFailedKnowsThatItWasSent() {
        Sinks.One<FakeResponse> failing = Sinks.one();
        ScriptedCalls calls = new ScriptedCalls(failing.asMono());
        TestSubscriber<Confirmation> subscriber = TestSubscriber.create();
        MailgunClient client = calls.transport
                .builder()
                .scheduler(calls.time)
                .timeout(Duration.ofSeconds(10))
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.proceed(attempt)
                                .doOnError(error -> calls.time.advanceTimeBy(Duration.ofSeconds(10)));
                    }
                })
                .build();
        client.send(ScriptedCalls.POST).subscribe(subscriber);

        failing.tryEmitError(ScriptedCalls.lost(ScriptedCalls.POST));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        late -> assertThat(late.requestSent()).isTrue());
    }

    @Test
    void anInterceptorMayRespondInTheServersPlace() {
        ScriptedCalls calls = new ScriptedCalls();
        MailgunClient client = calls.client()
                .interceptor(new Responding(200, "{\"message\":\"from the cache\"}"))
                .build();
        MailgunClient refusing = calls.client()
                .interceptor(new Responding(404, "{\"message\":\"not here\"}"))
                .build();

        assertThat(client.send(ScriptedCalls.GET).block()).isEqualTo(new Confirmation("from the cache"));
        assertThat(calls.failure(refusing.send(ScriptedCalls.GET)))
                .isInstanceOf(ErrorStatusException.class)
                .hasMessageContaining("not here");
        assertThat(calls.sentAt).isEmpty();
    }

    @Test
    void whatAnInterceptorChangesInAnAttemptHasEffect() {
        ScriptedCalls calls = new ScriptedCalls(ScriptedCalls.OK, ScriptedCalls.OK);
        AtomicReference<@Nullable String> account = new AtomicReference<>("sub-2");
        MailgunClient client = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.proceed(attempt.inRegion(Region.EU)
                                .onBehalfOf(account.get())
                                .withHeader("X-A", "1")
                                .withHeader("x-a", "2"));
                    }
                })
                .build()
                .onBehalfOf("sub-1");

        calls.succeed(client.send(ScriptedCalls.GET));
        account.set(null);
        calls.succeed(client.send(ScriptedCalls.GET));

        Headers first = calls.transport.sent().get(0).headers();
        assertThat(first.first("X-Mailgun-On-Behalf-Of")).isEqualTo("sub-2");
        assertThat(first.first("X-A")).isEqualTo("2");
        assertThat(calls.transport.sent().get(0).region()).isEqualTo(Region.EU);
        assertThat(calls.transport.sent().get(1).headers().first("X-Mailgun-On-Behalf-Of"))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void oneAuthorizationIsSentAndAnInterceptorsComesFirst(Credentials credentials) {
        ScriptedCalls calls = new ScriptedCalls(ScriptedCalls.OK);
        MailgunClient client = MailgunClient.builder(credentials)
                .transport(calls.transport)
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.proceed(attempt.withHeader("authorization", "Bearer of-a-gateway"));
                    }
                })
                .build();

        client.send(ScriptedCalls.GET).block();

        AtomicInteger count = new AtomicInteger();
        calls.transport.onlySent().headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase("Authorization")) {
                count.incrementAndGet();
                assertThat(value).isEqualTo("Bearer of-a-gateway");
            }
        });
        assertThat(count).hasValue(1);
    }

    static List<Credentials> credentials() {
        return List.of(Credentials.apiKey("key-fixed"), Credentials.from(Mono.just("key-supplied")));
    }

    /** A class path with another version of a library, which a record meets when it is read. */
    @Test
    void aLinkageErrorInAReaderKeepsItsCauseAndIsNotRepeated() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json("{\"id\":\"1\"}"));

        Throwable error = calls.failure(
                calls.client().build().send(Method.GET.path("/v1/x").asJson(Unlinked.class)));

        assertThat(error)
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("NoSuchMethodError")
                .hasCauseInstanceOf(NoSuchMethodError.class);
    }

    record Unlinked(String id) {
        Unlinked {
            Objects.requireNonNull(id);
            sneak(new NoSuchMethodError("of another version"));
        }
    }

    private record Responding(int status, String body) implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.respond(attempt, ResponseHead.of(status, Map.of()), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class PassOn implements Interceptor {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            return chain.proceed(attempt);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
