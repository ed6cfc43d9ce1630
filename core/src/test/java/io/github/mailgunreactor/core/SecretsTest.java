package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nothing that may be logged holds a key, a secret, an expanded path or a body. */
class SecretsTest {
    private static final String SECRET = "s3cr3t";
    private static final String KEY = "key-" + SECRET;
    private static final Operation OPERATION = Method.POST
            .path("/v3/{domain}/x/{id}", SECRET + ".example.com", SECRET)
            .query("search", SECRET)
            .header("X-Token", SECRET)
            .form(SampleParams.named("n").password(Secret.of(SECRET)));

    @Test
    void whatIsAskedShowsNoSecret() {
        Credentials fixed = Credentials.apiKey(KEY);
        Credentials rotating = Credentials.from(Mono.just(KEY));

        assertNoSecretIn(
                Secret.of(SECRET),
                fixed,
                rotating,
                SampleParams.named("n").password(Secret.of(SECRET)),
                SampleParams.named("n").nested(SampleParams.named("m").password(Secret.of(SECRET))),
                SampleParams.named("n").all(List.of(Secret.of(SECRET))),
                Params.NONE.with("map", Map.of("k", Secret.of(SECRET))),
                Part.bytes("a.txt", SECRET.getBytes(StandardCharsets.UTF_8)),
                Headers.NONE.with("Authorization", SECRET),
                OPERATION,
                OPERATION.asJson(Sample.class),
                OPERATION.listing(Sample.class, NextPage.url()),
                OPERATION.body(),
                new Attempt(OPERATION, Region.US, null, Headers.NONE.with("X-Token", SECRET), 1, null),
                CallOptions.none().header("X-Token", SECRET),
                MailgunClient.builder(KEY));
    }

    @Test
    void aRequestOnItsWayShowsNoSecret() {
        List<TransportRequest> requests = new ArrayList<>();
        Transport recording = new Transport() {
            @Override
            public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
                requests.add(request);
                return Mono.empty();
            }

            @Override
            public Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure) {
                requests.add(request);
                return Mono.empty();
            }

            @Override
            public void close() {}

            @Override
            public Mono<Void> onClose() {
                return Mono.empty();
            }
        };
        MailgunClient client = MailgunClient.builder(KEY).transport(recording).build();

        client.send(OPERATION.asJson(Sample.class)).block();
        client.download(OPERATION).flatMapMany(Response::value).blockLast();

        assertThat(requests).hasSize(2).allSatisfy(request -> {
            assertThat(request).hasToString("POST /v3/{domain}/x/{id}");
            assertNoSecretIn(
                    request, request.headers(), request.body(), request.body().segments());
        });
        assertNoSecretIn(client);
    }

    @Test
    void aSecretEqualsAnotherOfTheSameText() {
        assertThat(Secret.of("a"))
                .isEqualTo(Secret.of("a"))
                .hasSameHashCodeAs(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo("a");
        assertThat(Secret.of("a").hashCode()).isNotEqualTo(Secret.of("b").hashCode());
    }

    @Test
    void anAttemptShowsOperationRegionAndNumber() {
        assertThat(new Attempt(OPERATION, Region.EU, "sub", Headers.NONE, 3, null))
                .hasToString("Attempt[POST /v3/{domain}/x/{id} in eu, 3]");
    }

    @Test
    void anAnswerShowsNoSecret() {
        FakeTransport transport = FakeTransport.answering(
                (SentRequest request) -> Mono.just(FakeResponse.json("{\"id\":\"1\",\"secret\":\"" + SECRET + "\"}")
                        .withHeader("X-Token", SECRET)));

        Response<Sample> response = Objects.requireNonNull(
                transport.client().exchange(OPERATION.asJson(Sample.class)).block());

        assertThat(Objects.requireNonNull(response.value().secret()).reveal()).isEqualTo(SECRET);
        assertNoSecretIn(response, response.value());
    }

    @Test
    void whatIsShownSaysWhatItIs() {
        ResponseHead head = ResponseHead.of(206, Map.of("X-Token", SECRET));

        assertThat(Credentials.apiKey(KEY)).hasToString("Credentials[***]");
        assertThat(Response.of(head, Region.US, SECRET)).hasToString("Response[206]");
        assertThat(new ResponseStream(head, Flux.empty())).hasToString("ResponseStream[206]");
    }

    @Test
    void aFailureShowsNoSecretInItsWholeStackTrace() {
        FakeResponse unreadable = FakeResponse.of(200, "text/plain", SECRET);
        FakeResponse wrongType = FakeResponse.json("{\"id\":{\"a\":\"" + SECRET + "\"}}");
        FakeResponse wrongKey = FakeResponse.json("{\"id\":\"1\",\"variables\":{\"" + SECRET + "\":[}}");
        FakeResponse html = FakeResponse.of(502, "text/html", "<html>" + SECRET);
        FakeResponse header = FakeResponse.json(401, "Forbidden").withHeader("X-Token", SECRET);

        for (FakeResponse answer : List.of(unreadable, wrongType, wrongKey, html, header)) {
            Throwable failure = Objects.requireNonNull(MailgunClient.builder(KEY)
                    .transport(FakeTransport.answering(answer))
                    .build()
                    .send(OPERATION.asJson(Sample.class))
                    .map(sample -> (Throwable) new AssertionError("was read"))
                    .onErrorResume(Mono::just)
                    .block());

            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(failure).isInstanceOf(MailgunException.class);
            assertThat(trace.toString()).doesNotContain(SECRET);
        }
    }

    private static void assertNoSecretIn(Object... shown) {
        assertThat(shown).allSatisfy(object -> assertThat(object.toString()).doesNotContain(SECRET));
    }
}
