package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What interceptors of a client see and may do. */
class InterceptorTest {
    private static final MailgunRequest<Sample> GET_SAMPLE =
            Method.GET.path("/v1/samples/{id}", "7").asJson(Sample.class);

    private final FakeTransport transport =
            FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json("{\"id\":\"7\"}")));

    @Test
    void passesACallThroughItsInterceptorsInTheirOrderAndBack() {
        List<String> seen = new ArrayList<>();
        MailgunClient intercepted = transport
                .builder()
                .interceptor(recording("outer", seen))
                .interceptor(recording("inner", seen))
                .build();

        Mono<Sample> call = intercepted.send(GET_SAMPLE);
        assertThat(seen).isEmpty();
        call.block();

        assertThat(seen)
                .containsExactly(
                        "outer GET /v1/samples/{id} try 1",
                        "inner GET /v1/samples/{id} try 1",
                        "inner got 200",
                        "outer got 200");
        assertThat(transport.onlySent().headers().first("X-outer")).isEqualTo("yes");
        assertThat(transport.onlySent().headers().first("X-inner")).isEqualTo("yes");
        assertThat(transport.onlySent().headers().first("Authorization")).isNotNull();
    }

    private static Interceptor recording(String name, List<String> seen) {
        return new Interceptor() {
            @Override
            public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                seen.add(name + " " + attempt.operation() + " try " + attempt.number());
                return chain.proceed(attempt.withHeader("X-" + name, "yes"))
                        .doOnNext(response -> seen.add(name + " got " + response.status()));
            }
        };
    }

    @Test
    void encodesTheBodyAnewWhereAnInterceptorSubscribesAgain() {
        AtomicInteger sources = new AtomicInteger();
        Part part = Part.publisher("a.txt", () -> {
            byte[] content = ("content " + sources.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            return Flux.just(ByteBuffer.wrap(content));
        });
        MailgunClient twice = transport
                .builder()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        Mono<Response<T>> once = chain.proceed(attempt);
                        return once.then(once);
                    }
                })
                .build();

        twice.send(Method.POST
                        .path("/v1/x")
                        .multipart(SampleParams.named("n").file(part))
                        .asEmpty())
                .block();

        assertThat(transport.sent())
                .extracting(sent -> sent.form().get("file"))
                .containsExactly(List.of("content 1"), List.of("content 2"));
    }

    @Test
    void anInterceptorMayAnswerInTheServersPlace() {
        MailgunClient failing = transport
                .builder()
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return Mono.error(new IllegalStateException("the circuit is open"));
                    }
                })
                .build();

        StepVerifier.create(failing.send(GET_SAMPLE)).verifyErrorMessage("the circuit is open");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void handsTheSubscribersContextToInterceptorsAndKeys() {
        MailgunClient tracing = MailgunClient.builder(
                        Credentials.from(Mono.deferContextual(context -> Mono.just(context.get("key")))))
                .transport(transport)
                .interceptor(new Interceptor() {
                    @Override
                    public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                        return Mono.deferContextual(
                                context -> chain.proceed(attempt.withHeader("X-Trace", context.get("trace"))));
                    }
                })
                .build();

        tracing.list(GET_SAMPLE.operation().listing(Sample.class, NextPage.url()))
                .contextWrite(context -> context.put("trace", "t-1").put("key", "k1"))
                .onErrorComplete()
                .blockLast();

        assertThat(transport.onlySent().headers().first("X-Trace")).isEqualTo("t-1");
        assertThat(transport.onlySent().headers().first("Authorization")).isEqualTo("Basic YXBpOmsx");
    }
}
