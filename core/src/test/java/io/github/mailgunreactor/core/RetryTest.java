package io.github.mailgunreactor.core;

import static io.github.mailgunreactor.core.NoResponseException.Reason.BODY_FAILED;
import static io.github.mailgunreactor.core.NoResponseException.Reason.CLOSED;
import static io.github.mailgunreactor.core.NoResponseException.Reason.CONNECTION_LOST;
import static io.github.mailgunreactor.core.NoResponseException.Reason.HOST_NOT_FOUND;
import static io.github.mailgunreactor.core.NoResponseException.Reason.POOL_EXHAUSTED;
import static io.github.mailgunreactor.core.NoResponseException.Reason.TIMED_OUT;
import static io.github.mailgunreactor.core.NoResponseException.Reason.TLS_FAILED;
import static io.github.mailgunreactor.core.ScriptedCalls.GET;
import static io.github.mailgunreactor.core.ScriptedCalls.OK;
import static io.github.mailgunreactor.core.ScriptedCalls.POST;
import static io.github.mailgunreactor.core.ScriptedCalls.lost;
import static io.github.mailgunreactor.core.ScriptedCalls.noResponse;
import static io.github.mailgunreactor.core.ScriptedCalls.refused;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.BODY_NOT_REPLAYABLE;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.NOT_SAFE;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.NOT_TRANSIENT;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.NO_ATTEMPTS_LEFT;
import static io.github.mailgunreactor.core.observation.RetryDecision.Verdict.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.testing.FakeResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RetryTest {
    private static final FakeResponse UNAVAILABLE = FakeResponse.json(503, "{\"message\":\"try later\"}");
    private static final FakeResponse TOO_MANY = FakeResponse.json(429, "{\"message\":\"too many\"}");

    // What is repeated

    @ParameterizedTest
    @EnumSource(names = {"GET", "PUT", "DELETE"})
    void repeatsWhatIsIdempotentAfterALostAnswer(Method method) {
        MailgunRequest<Confirmation> request = method.path("/v1/keys").asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(lost(request), OK);

        calls.succeed(calls.client().build().send(request));

        assertThat(calls.transport.sent()).hasSize(2);
        assertThat(calls.verdicts()).containsExactly(RETRY);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PATCH"})
    void doesNotRepeatWhatMayHaveHadItsEffect(Method method) {
        MailgunRequest<Confirmation> request = method.path("/v1/keys").asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(lost(request));

        assertThat(calls.failure(calls.client().build().send(request)))
                .isInstanceOfSatisfying(NoResponseException.class, error -> {
                    assertThat(error.reason()).isEqualTo(CONNECTION_LOST);
                    assertThat(error.requestSent()).isTrue();
                });
        assertThat(calls.transport.sent()).hasSize(1);
        assertThat(calls.verdicts()).containsExactly(NOT_SAFE);
    }

    @Test
    void doesNotRepeatAPostThatWasAnsweredWithAServerError() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "1"));

        calls.failure(calls.client().build().send(POST));

        assertThat(calls.verdicts()).containsExactly(NOT_SAFE);
    }

    @Test
    void repeatsAPostThatOnlyReads() {
        MailgunRequest<Confirmation> query =
                Method.POST.path("/v1/analytics/metrics").readOnly().asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(lost(query), UNAVAILABLE, OK);

        calls.succeed(calls.client().build().send(query));

        assertThat(calls.verdicts()).containsExactly(RETRY, RETRY);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOST_NOT_FOUND", "CONNECT_FAILED", "POOL_EXHAUSTED", "CONNECTION_LOST", "TIMED_OUT"})
    void repeatsAPostThatNeverLeft(NoResponseException.Reason reason) {
        ScriptedCalls calls = new ScriptedCalls(noResponse(POST, reason, false), OK);

        calls.succeed(calls.client().build().send(POST));

        assertThat(calls.transport.sent()).hasSize(2);
    }

    @Test
    void repeatsAPostThatWasRefusedWith429() {
        ScriptedCalls calls = new ScriptedCalls(TOO_MANY, OK);

        calls.succeed(calls.client().build().send(POST));

        assertThat(calls.verdicts()).containsExactly(RETRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void repeatsAGetAfterAStatusThatMayPass(int status) {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(status), OK);

        calls.succeed(calls.client().build().send(GET));

        assertThat(calls.transport.sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 400, 401, 402, 403, 404, 409, 410, 501})
    void doesNotRepeatAfterAStatusThatWillStay(int status) {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(status));

        calls.failure(calls.client().build().send(GET));

        assertThat(calls.verdicts()).containsExactly(NOT_TRANSIENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS_FAILED", "BODY_FAILED", "CLOSED"})
    void doesNotRepeatWhatWouldFailAgain(NoResponseException.Reason reason) {
        ScriptedCalls calls = new ScriptedCalls(noResponse(GET, reason, false));

        calls.failure(calls.client().build().send(GET));

        assertThat(calls.verdicts()).containsExactly(NOT_TRANSIENT);
        assertThat(reason).isIn(TLS_FAILED, BODY_FAILED, CLOSED);
    }

    @Test
    void doesNotRepeatAnUnreadableAnswer() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.json("<html>"));

        assertThat(calls.failure(calls.client().build().send(GET))).isInstanceOf(UnreadableResponseException.class);

        assertThat(calls.verdicts()).containsExactly(NOT_TRANSIENT);
    }

    @Test
    void doesNotRepeatABodyThatCanBeSentOnlyOnce() {
        MailgunRequest<Confirmation> upload = Method.POST
                .path("/v3/imports")
                .multipart(Params.NONE.with("file", Part.once("list.csv", Flux.just(ByteBuffer.wrap(new byte[3])))))
                .timeout(Duration.ofMinutes(1))
                .asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(TOO_MANY);

        calls.failure(calls.client().build().send(upload));

        assertThat(calls.verdicts()).containsExactly(BODY_NOT_REPLAYABLE);
    }

    @Test
    void sendsABodyFromASupplierOnceMore() {
        MailgunRequest<Confirmation> upload = Method.POST
                .path("/v3/imports")
                .multipart(Params.NONE.with(
                        "file",
                        Part.publisher("list.csv", () -> Flux.just(ByteBuffer.wrap(new byte[] {'a', ',', 'b'})))))
                .asJson(Confirmation.class);
        ScriptedCalls calls = new ScriptedCalls(TOO_MANY, OK);

        calls.succeed(calls.client().build().send(upload));

        assertThat(calls.transport.sent())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.form()).containsEntry("file", List.of("a,b")));
    }

    @Test
    void leavesErrorsThatAreNotMailgunsAlone() {
        ScriptedCalls calls = new ScriptedCalls(lost(GET), new IllegalStateException("a bug"));

        assertThat(calls.failure(calls.client().build().send(GET)))
                .isInstanceOf(IllegalStateException.class)
                .as("an error that is not ours may be one that many calls share")
                .hasNoSuppressedExceptions();

        assertThat(calls.verdicts()).containsExactly(RETRY);
    }

    // How often

    @Test
    void triesThreeTimesByDefault() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE);

        calls.failure(calls.client().build().send(GET));

        assertThat(calls.verdicts()).containsExactly(RETRY, RETRY, NO_ATTEMPTS_LEFT);
        assertThat(calls.decisions).extracting(RetryDecision::number).containsExactly(1, 2, 3);
    }

    @Test
    void triesOnceWithoutAPolicyAndStillTellsTheListener() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE);

        calls.failure(calls.client(RetryPolicy.none()).build().send(GET));

        assertThat(calls.verdicts()).containsExactly(NO_ATTEMPTS_LEFT);
    }

    @Test
    void repeatsWhereNobodyListens() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, OK);

        calls.succeed(calls.transport
                .builder()
                .scheduler(calls.time)
                .retry(RetryPolicy.defaults())
                .build()
                .send(GET));

        assertThat(calls.transport.sent()).hasSize(2);
    }

    @Test
    void startsAnewWithEachSubscription() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, OK);
        Mono<Confirmation> call = calls.client().build().send(GET);

        calls.failure(call);
        calls.succeed(call);

        assertThat(calls.transport.sent()).hasSize(6);
    }

    @Test
    void refusesPoliciesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().maxAttempts(0))
                .withMessageContaining("maxAttempts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().maxAttempts(21))
                .withMessageContaining("20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessageContaining("first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("longest");
    }

    // What the caller is told

    @Test
    void keepsTheErrorsOfEarlierTriesInTheirOrder() {
        MailgunException first = refused(GET);
        MailgunException second = lost(GET);
        MailgunException third = noResponse(GET, TIMED_OUT, true);
        ScriptedCalls calls = new ScriptedCalls(first, second, third);

        Throwable error = calls.failure(calls.client().build().send(GET));

        assertThat(error).isSameAs(third);
        assertThat(error.getSuppressed()).containsExactly(first, second);
    }

    @Test
    void doesNotSuppressAnErrorInItself() {
        MailgunException same = refused(GET);
        ScriptedCalls calls = new ScriptedCalls(same, same, same);

        assertThat(calls.failure(calls.client().build().send(GET))).isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
    }

    @Test
    void doesNotClaimThatNothingWasSentWhenAnEarlierTryWas() {
        ScriptedCalls calls = new ScriptedCalls(lost(GET), refused(GET), refused(GET));

        assertThat(calls.failure(calls.client().build().send(GET)))
                .isInstanceOfSatisfying(NoResponseException.class, error -> {
                    assertThat(error.reason()).isEqualTo(NoResponseException.Reason.CONNECT_FAILED);
                    assertThat(error.requestSent()).isTrue();
                    assertThat(error).hasMessageNotContaining("was not sent");
                });
    }

    @Test
    void saysThatNothingWasSentWhenNoTryLeft() {
        ScriptedCalls calls = new ScriptedCalls(
                TOO_MANY, noResponse(POST, HOST_NOT_FOUND, false), noResponse(POST, POOL_EXHAUSTED, false));

        assertThat(calls.failure(calls.client().build().send(POST)))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        error -> assertThat(error.requestSent()).isFalse());
    }

    @Test
    void tellsTheListenerWhatFailedWhereAndWhatWasDecided() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, OK);

        calls.run(calls.client().region(Region.EU).build().send(GET));

        RetryDecision decision = calls.decisions.get(0);
        assertThat(decision.operation()).isSameAs(GET.operation());
        assertThat(decision.region()).isEqualTo(Region.EU);
        assertThat(decision.number()).isEqualTo(1);
        assertThat(decision.error()).isInstanceOf(ErrorStatusException.class);
        assertThat(decision.toString()).contains("GET /v1/keys").doesNotContain("key-fake");
    }

    @Test
    void goesOnWhenAListenerThrows() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, OK);
        IllegalStateException bug = new IllegalStateException("a listener's bug");
        RetryPolicy policy = RetryPolicy.defaults().listener(decision -> {
            throw bug;
        });

        calls.succeed(calls.client(policy).build().send(GET));
    }

    @Test
    void keepsWhatAListenerThrowsWithTheErrorThatItWasToldOf() {
        IllegalStateException bug = new IllegalStateException("a listener's bug");
        RetryPolicy throwing = RetryPolicy.none().listener(decision -> {
            throw bug;
        });
        RetryPolicy rethrowing = RetryPolicy.none().listener(decision -> {
            throw decision.error();
        });

        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE, UNAVAILABLE);

        assertThat(calls.failure(calls.client(throwing).build().send(GET)))
                .isInstanceOf(ErrorStatusException.class)
                .hasSuppressedException(bug);
        assertThat(calls.failure(calls.client(rethrowing).build().send(GET)))
                .isInstanceOf(ErrorStatusException.class)
                .hasNoSuppressedExceptions();
    }

    @Test
    void stopsWaitingWhenCancelled() {
        ScriptedCalls calls = new ScriptedCalls(UNAVAILABLE.withHeader("Retry-After", "7"));
        Disposable call = calls.client().build().send(GET).subscribe();

        call.dispose();
        calls.time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(calls.transport.sent()).hasSize(1);
    }
}
