package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.observation.RetryDecision;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

/** A download is a call like any other until its head is there. */
class DownloadTest {
    private static final Operation FILE = Method.GET.path("/v3/x/file");
    private static final FakeResponse CSV = FakeResponse.of(200, "text/csv", "a,b")
            .withHeader("Content-Length", "3")
            .withHeader("Content-Disposition", "attachment; filename=\"list.csv\"");

    @Test
    void givesTheHeadBeforeTheBody() {
        ScriptedCalls calls = new ScriptedCalls(CSV);

        Response<Flux<ByteBuffer>> response =
                Objects.requireNonNull(calls.client().build().download(FILE).block());

        assertThat(response.head().contentType()).isEqualTo("text/csv");
        assertThat(response.head().contentLength()).isEqualTo(3);
        assertThat(response.head().fileName()).isEqualTo("list.csv");
        assertThat(text(response.value())).isEqualTo("a,b");
    }

    @Test
    void isRepeatedWhileThereIsNoHead() {
        ScriptedCalls calls = new ScriptedCalls(FakeResponse.empty(503), ScriptedCalls.lost(ScriptedCalls.GET), CSV);
        TestSubscriber<ByteBuffer> bytes = TestSubscriber.create();

        calls.succeed(calls.client()
                .build()
                .download(FILE)
                .doOnNext(response -> response.value().subscribe(bytes)));

        assertThat(calls.sentAt).hasSize(3);
        assertThat(bytes.getReceivedOnNext()).hasSize(3);
        assertThat(calls.verdicts()).containsExactly(RetryDecision.Verdict.RETRY, RetryDecision.Verdict.RETRY);
    }

    @Test
    void isSeenByInterceptorsAndTheResponseListener() {
        List<String> seen = new ArrayList<>();
        ScriptedCalls calls = new ScriptedCalls(CSV);
        MailgunClient client = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        seen.add("before " + attempt.operation());
                        return chain.proceed(attempt).doOnNext(response -> seen.add("after " + response.status()));
                    }
                })
                .build()
                .withOptions(CallOptions.none().onResponse((operation, response) -> seen.add("told")));

        calls.succeed(client.download(FILE));

        assertThat(seen).containsExactly("before GET /v3/x/file", "after 200", "told");
    }

    @Test
    void waitsForTheRateLimit() {
        ScriptedCalls calls = new ScriptedCalls(
                CSV.withHeader("x-request-limit", "1")
                        .withHeader("x-request-remaining", "0")
                        .withHeader(
                                "x-request-reset",
                                String.valueOf(
                                        ScriptedCalls.START.plusSeconds(9).toEpochMilli())),
                CSV);
        MailgunClient client = calls.client()
                .interceptor(RateLimiter.of(RateBudget.inMemory(calls.time), "account")
                        .scheduler(calls.time))
                .build();

        calls.succeed(client.download(FILE));
        calls.succeed(client.download(FILE));

        assertThat(calls.sentAfter(1)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void endsAtItsTimeoutWhileRouterOrCredentialsWait() {
        ScriptedCalls calls = new ScriptedCalls();
        Operation file = Method.GET.path("/v3/{domain}/file", "a.example").timeout(Duration.ofSeconds(5));
        MailgunClient unrouted = calls.client().router(domain -> Mono.never()).build();
        MailgunClient keyless = MailgunClient.builder(Credentials.from(Mono.never()))
                .transport(calls.transport)
                .scheduler(calls.time)
                .build();

        for (MailgunClient client : List.of(unrouted, keyless)) {
            TestSubscriber<Response<Flux<ByteBuffer>>> download = TestSubscriber.create();
            client.download(file).subscribe(download);
            calls.time.advanceTimeBy(Duration.ofSeconds(5));

            assertThat(download.expectTerminalError()).isInstanceOfSatisfying(NoResponseException.class, late -> {
                assertThat(late.reason()).isEqualTo(NoResponseException.Reason.TIMED_OUT);
                assertThat(late.requestSent()).isFalse();
            });
        }
    }

    @Test
    void mayBeRespondedToInTheServersPlace() {
        ScriptedCalls calls = new ScriptedCalls();
        MailgunClient client = calls.client()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.respond(
                                attempt,
                                ResponseHead.of(200, Map.of("content-type", "text/plain")),
                                "cached".getBytes(StandardCharsets.UTF_8));
                    }
                })
                .build();

        assertThat(text(client.download(FILE).flatMapMany(Response::value))).isEqualTo("cached");
    }

    @ParameterizedTest
    @CsvSource({"199,false", "200,true", "299,true", "300,false", "404,false"})
    void failsByTheSameStatusesWhereAnInterceptorResponds(int status, boolean succeeds) {
        MailgunClient client = new ScriptedCalls()
                .client(RetryPolicy.none())
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return chain.respond(attempt, ResponseHead.of(status, Map.of()), new byte[1]);
                    }
                })
                .build();

        StepVerifier.create(client.download(FILE)
                        .map(Response::status)
                        .onErrorResume(ErrorStatusException.class, e -> Mono.just(-e.status())))
                .expectNext(succeeds ? status : -status)
                .verifyComplete();
    }

    @ParameterizedTest
    @CsvSource({"3,3", "' 3 ',3", "0,0", "-3,", "three,", "9223372036854775808,"})
    void hasALengthThatIsANumberOfBytes(String header, @Nullable Long expected) {
        assertThat(ResponseHead.of(200, Map.of("Content-Length", header)).contentLength())
                .isEqualTo(expected);
        assertThat(ResponseHead.of(200, Map.of()).contentLength()).isNull();
    }

    @Test
    void hasAHeadThatTellsItsHeadersToWhoeverAsksAndShowsNone() {
        Map<String, String> headers = new HashMap<>();
        ResponseHead head = ResponseHead.of(206, Map.of("X-Token", "secret"));

        head.forEachHeader(headers::put);

        assertThat(headers).containsExactly(Map.entry("X-Token", "secret"));
        assertThat(head).hasToString("ResponseHead[206]");
    }

    @Test
    void readsAFileNameOfAtMost255CharactersFromAHeaderOfAtMost4096() {
        String name = "n".repeat(4096 - "attachment; filename=".length());

        assertThat(fileName("attachment; filename=" + name)).isEqualTo("n".repeat(255));
        assertThat(fileName("attachment; filename=" + name + "n")).isNull();
    }

    private static @Nullable String fileName(String header) {
        return ResponseHead.of(200, Map.of("Content-Disposition", header)).fileName();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\".\"|",
                "attachment; filename*=UTF-8''a%4|",
                "attachment; filename*=UTF-8''a%|",
                "attachment; filename*=UTF-8''a%g1|",
                "attachment; filename*=ISO-8859-1''a|",
                "attachment; filename*=UTF-8'a|",
                "attachment; filename=a; filename=b|a",
                "attachment; filename*=UTF-8''a; filename*=UTF-8''b|a",
                "attachment; filename*=UTF-8''a%E2%80%A8b%E2%80%A9c|abc",
                "attachment; filename=\"list.csv\"|list.csv",
                "attachment; filename=list.csv|list.csv",
                "attachment;filename=\"a\\\"b.txt\"|a\"b.txt",
                "attachment; filename=\"plain.txt\"; filename*=UTF-8''na%C3%AFve%20file.txt|naïve file.txt",
                "attachment; filename*=utf-8'de'%e2%82%ac.txt|€.txt",
                "attachment; filename*=UTF-8''%zz; filename=plain.txt|plain.txt",
                "attachment; filename*=ISO-8859-1''a%E4; filename=plain.txt|plain.txt",
                "attachment; filename*=UTF-8'a; filename=plain.txt|plain.txt",
                "attachment; filename=\"../../etc/passwd\"|passwd",
                "attachment; filename=\"C:\\\\windows\\\\x.dll\"|x.dll",
                "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fshadow|shadow",
                "attachment; filename=\"..\"|",
                "attachment; filename=\"\"|",
                "attachment|",
                "inline; x=filename=y|",
            })
    void readsAFileNameAndNoPath(String header, @Nullable String expected) {
        ResponseHead head = ResponseHead.of(200, Map.of("Content-Disposition", header));

        assertThat(head.fileName()).isEqualTo(expected);
    }

    @Test
    void readsNoCharacterThatNobodySeesIntoAFileName() {
        ResponseHead head = ResponseHead.of(
                200, Map.of("content-disposition", "attachment; filename*=UTF-8''a%E2%80%AEfdp.exe%00%0A"));

        assertThat(head.fileName()).isEqualTo("afdp.exe");
    }

    private static String text(Flux<ByteBuffer> body) {
        StringBuilder text = new StringBuilder();
        body.doOnNext(buffer -> text.append(StandardCharsets.UTF_8.decode(buffer)))
                .blockLast();
        return text.toString();
    }
}
