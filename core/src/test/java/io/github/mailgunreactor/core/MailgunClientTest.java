package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class MailgunClientTest {
    private static final MailgunRequest<Sample> GET_SAMPLE =
            Method.GET.path("/v1/samples/{id}", "7").asJson(Sample.class);
    private static final MailgunRequest<Sample> GET_OF_DOMAIN =
            Method.GET.path("/v3/{domain}/sample", "eu.example.com").asJson(Sample.class);

    private final FakeTransport transport =
            FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json("{\"id\":\"7\"}")));
    private final MailgunClient mailgun = transport.client();

    @Test
    void sendsNothingBeforeSubscription() {
        mailgun.send(GET_SAMPLE);
        mailgun.exchange(GET_SAMPLE);
        mailgun.download(GET_SAMPLE.operation());
        mailgun.list(GET_SAMPLE.operation().listing(Sample.class, NextPage.url()));

        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void sendsAnewForEachSubscription() {
        Mono<Sample> call = mailgun.send(GET_SAMPLE);

        StepVerifier.create(call).expectNext(Sample.named("7")).verifyComplete();
        StepVerifier.create(call).expectNext(Sample.named("7")).verifyComplete();

        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void sendsTheHeadersThatEveryCallNeeds() {
        mailgun.send(GET_SAMPLE).block();

        Headers headers = transport.onlySent().headers();
        assertThat(headers.first("authorization")).isEqualTo("Basic YXBpOmtleS1mYWtl");
        assertThat(headers.first("Accept")).isEqualTo("application/json");
        assertThat(headers.first("User-Agent")).startsWith("mailgun-reactor/");
        assertThat(headers).hasToString("[User-Agent, Accept, Authorization]");
    }

    @Test
    void sendsToTheUnitedStatesUnlessToldOtherwise() {
        mailgun.send(GET_SAMPLE).block();

        assertThat(transport.onlySent().region()).isEqualTo(Region.US);
        assertThat(mailgun.region()).isEqualTo(Region.US);
    }

    @Test
    void replacesAHeaderOfItsOwnByThatOfTheOperation() {
        mailgun.send(Method.GET
                        .path("/v3/x")
                        .header("accept", "message/rfc2822")
                        .header("X-Trace", "t")
                        .asText())
                .block();

        assertThat(transport.onlySent().headers()).hasToString("[User-Agent, Authorization, accept, X-Trace]");
        assertThat(transport.onlySent().headers().first("Accept")).isEqualTo("message/rfc2822");
    }

    @Test
    void givesTheWholeAnswerToOneWhoExchanges() {
        Response<Sample> response = Objects.requireNonNull(
                mailgun.inRegion(Region.EU).exchange(GET_SAMPLE).block());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.value()).isEqualTo(Sample.named("7"));
        assertThat(response.region()).isEqualTo(Region.EU);
        assertThat(response.head().header("content-type")).isEqualTo("application/json");
    }

    @Test
    void completesEmptyWhereTheAnswerIsNotRead() {
        MailgunRequest<Void> delete =
                Method.DELETE.path("/v1/samples/{id}", "7").asEmpty();

        StepVerifier.create(mailgun.send(delete)).verifyComplete();
        StepVerifier.create(mailgun.exchange(delete).map(Response::status))
                .expectNext(200)
                .verifyComplete();
    }

    @Test
    void givesAnAnswerAsText() {
        StepVerifier.create(mailgun.send(Method.GET.path("/v1/x").asText()))
                .expectNext("{\"id\":\"7\"}")
                .verifyComplete();
    }

    @Test
    void viewsShareTheTransportAndLeaveTheirClientAsItIs() {
        mailgun.inRegion(Region.EU).onBehalfOf("sub-1").send(GET_SAMPLE).block();
        mailgun.onBehalfOf("sub-2").inRegion(Region.EU).send(GET_SAMPLE).block();
        mailgun.send(GET_SAMPLE).block();

        assertThat(transport.sent()).extracting(SentRequest::region).containsExactly(Region.EU, Region.EU, Region.US);
        assertThat(transport.sent())
                .extracting(sent -> sent.headers().first("X-Mailgun-On-Behalf-Of"))
                .containsExactly("sub-1", "sub-2", null);
        assertThat(transport.sent())
                .extracting(sent -> sent.headers().first("Authorization"))
                .containsOnly("Basic YXBpOmtleS1mYWtl");
    }

    @Test
    void asksTheRouterForCallsAboutADomainOnly() {
        List<String> asked = new ArrayList<>();
        MailgunClient routed = transport
                .builder()
                .router(domain -> {
                    asked.add(domain);
                    return Mono.just(Region.EU);
                })
                .build();

        routed.send(GET_OF_DOMAIN).block();
        routed.send(GET_SAMPLE).block();

        assertThat(asked).containsExactly("eu.example.com");
        assertThat(transport.sent()).extracting(SentRequest::region).containsExactly(Region.EU, Region.US);
    }

    @Test
    void doesNotAskTheRouterWhereAViewSaysTheRegion() {
        MailgunClient routed = transport
                .builder()
                .router(domain -> Mono.error(new AssertionError("asked")))
                .build();

        routed.inRegion(Region.US).send(GET_OF_DOMAIN).block();

        assertThat(transport.onlySent().region()).isEqualTo(Region.US);
    }

    @Test
    void asksTheRouterOnSubscriptionForDownloadsToo() {
        AtomicInteger asked = new AtomicInteger();
        Flux<ByteBuffer> download = transport
                .builder()
                .router(domain -> {
                    asked.incrementAndGet();
                    return Mono.just(Region.EU);
                })
                .build()
                .download(GET_OF_DOMAIN.operation())
                .flatMapMany(Response::value);
        assertThat(asked).hasValue(0);

        download.blockLast();

        assertThat(asked).hasValue(1);
        assertThat(transport.onlySent().region()).isEqualTo(Region.EU);
    }

    @Test
    void failsWithTheRoutersErrorOrForWantOfARegionAndSendsNothing() {
        StepVerifier.create(transport
                        .builder()
                        .router(domain -> Mono.error(new IllegalStateException("no map")))
                        .build()
                        .send(GET_OF_DOMAIN))
                .verifyErrorMessage("no map");
        StepVerifier.create(transport
                        .builder()
                        .router(domain -> Mono.empty())
                        .build()
                        .send(GET_OF_DOMAIN))
                .verifyErrorMessage("GET /v3/{domain}/sample: the region router gave no region");

        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void asksForAKeyThatRotatesAtEachCall() {
        AtomicInteger number = new AtomicInteger();
        MailgunClient rotating = rotating(Mono.fromCallable(() -> "k" + number.incrementAndGet()));

        rotating.send(GET_SAMPLE).block();
        rotating.inRegion(Region.EU).send(GET_SAMPLE).block();
        rotating.download(GET_SAMPLE.operation()).flatMapMany(Response::value).blockLast();

        assertThat(transport.sent())
                .extracting(sent -> sent.headers().first("Authorization"))
                .containsExactly("Basic YXBpOmsx", "Basic YXBpOmsy", "Basic YXBpOmsz");
    }

    @Test
    void failsWithoutSendingWhereThereIsNoUsableKey() {
        StepVerifier.create(rotating(Mono.empty()).send(GET_SAMPLE)).verifyErrorMessage("the credentials gave no key");
        StepVerifier.create(rotating(Mono.just("key-1\n")).send(GET_SAMPLE))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("key must not ")
                        .hasMessageNotContaining("key-1"));
        StepVerifier.create(rotating(Mono.error(new IllegalStateException("vault is sealed")))
                        .download(GET_SAMPLE.operation()))
                .verifyErrorMessage("vault is sealed");

        assertThat(transport.sent()).isEmpty();
    }

    private MailgunClient rotating(Mono<String> key) {
        return MailgunClient.builder(Credentials.from(key)).transport(transport).build();
    }

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

    @Test
    void boundsACallByItsOwnTimeoutOrElseTheClients() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        MailgunClient impatient = transport
                .builder()
                .scheduler(time)
                .timeout(Duration.ofSeconds(3))
                .build();

        transport.builder().scheduler(time).build().send(GET_SAMPLE).block();
        impatient.send(GET_SAMPLE).block();
        impatient
                .send(GET_SAMPLE.operation().timeout(Duration.ofMillis(5)).asJson(Sample.class))
                .block();

        assertThat(transport.sent())
                .extracting(SentRequest::timeout)
                .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofMillis(5));
    }

    @Test
    void doesNotBoundDownloadsAndStreamedUploadsByTheClientsTimeout(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("list.csv"), "a,b");
        Operation upload =
                Method.POST.path("/v3/x").multipart(SampleParams.named("n").file(Part.file(file)));

        MailgunClient client =
                transport.builder().scheduler(VirtualTimeScheduler.create()).build();

        client.send(upload.asEmpty()).block();
        client.download(GET_SAMPLE.operation()).flatMapMany(Response::value).blockLast();
        client.send(upload.timeout(Duration.ofMinutes(5)).asEmpty()).block();
        client.download(GET_SAMPLE.operation().timeout(Duration.ofMinutes(6)))
                .flatMapMany(Response::value)
                .blockLast();

        assertThat(transport.sent())
                .extracting(SentRequest::timeout)
                .containsExactly(null, null, Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void tellsTheTransportWhetherABodyCanBeSentAgain(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("list.csv"), "a,b");

        for (Part part : List.of(
                Part.bytes("a", new byte[1]),
                Part.file(file),
                Part.publisher("a", Flux::empty),
                Part.once("a", Flux.empty()))) {
            mailgun.send(Method.PUT
                            .path("/v3/x")
                            .multipart(SampleParams.named("n").file(part))
                            .asEmpty())
                    .block();
        }

        assertThat(transport.sent()).extracting(SentRequest::replayable).containsExactly(true, true, true, false);
    }

    @Test
    void failsAnUploadWhoseFileIsGoneWithoutSendingIt(@TempDir Path directory) {
        Part gone = Part.file(directory.resolve("gone.csv"));

        StepVerifier.create(mailgun.send(Method.POST
                        .path("/v3/{domain}/x", "example.com")
                        .multipart(SampleParams.named("n").file(gone))
                        .asEmpty()))
                .verifyErrorSatisfies(failure -> {
                    NoResponseException noResponse = (NoResponseException) failure;
                    assertThat(noResponse.reason()).isEqualTo(NoResponseException.Reason.BODY_FAILED);
                    assertThat(noResponse.requestSent()).isFalse();
                    assertThat(noResponse.isTransient()).isFalse();
                    assertThat(noResponse)
                            .hasMessage("POST /v3/{domain}/x: the request body could not be read;"
                                    + " the request was not sent")
                            .hasCauseInstanceOf(UncheckedIOException.class);
                });

        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void downloadsABodyAsItArrives() {
        StepVerifier.create(mailgun.download(GET_SAMPLE.operation())
                        .flatMapMany(Response::value)
                        .map(buffer -> (char) buffer.get())
                        .collectList()
                        .map(MailgunClientTest::text))
                .expectNext("{\"id\":\"7\"}")
                .verifyComplete();
    }

    @Test
    void failsADownloadThatIsAnsweredWithAnErrorStatus() {
        FakeTransport refusing = FakeTransport.answering(FakeResponse.json(404, "{\"message\":\"Message not found\"}"));

        StepVerifier.create(refusing.client().download(GET_SAMPLE.operation()))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(ErrorStatusException.class)
                        .hasMessage("GET /v1/samples/{id}: status 404, Message not found (asked in region us)"));
    }

    @Test
    void passesTheTransportsFailureOn() {
        FakeTransport silent = FakeTransport.answering((SentRequest request) -> Mono.error(new NoResponseException(
                "GET " + request.template(), NoResponseException.Reason.CONNECTION_LOST, null)));

        StepVerifier.create(silent.client().send(GET_SAMPLE)).verifyErrorSatisfies(failure -> {
            NoResponseException noResponse = (NoResponseException) failure;
            assertThat(noResponse.isTransient()).isTrue();
            assertThat(noResponse.requestSent()).isTrue();
            assertThat(noResponse.operationName()).isEqualTo("GET /v1/samples/{id}");
        });
    }

    @Test
    void cancelsTheExchangeWithItsSubscription() {
        AtomicInteger cancelled = new AtomicInteger();
        FakeTransport slow = FakeTransport.answering(
                (SentRequest request) -> Mono.<FakeResponse>never().doOnCancel(cancelled::incrementAndGet));

        slow.client().send(GET_SAMPLE).subscribe().dispose();
        slow.client().download(GET_SAMPLE.operation()).subscribe().dispose();

        assertThat(cancelled).hasValue(2);
    }

    @Test
    void leavesATransportOpenThatItWasGiven() {
        mailgun.close();

        StepVerifier.create(mailgun.onClose()).verifyComplete();
        StepVerifier.create(transport.onClose())
                .expectSubscription()
                .thenCancel()
                .verify();
        StepVerifier.create(mailgun.send(GET_SAMPLE)).expectNextCount(1).verifyComplete();
    }

    @Test
    void closesATransportThatItFoundAndItsViewsDoNot() {
        try (TransportLookup lookup = TransportLookup.finding(transport)) {
            MailgunClient own = MailgunClient.create("key-fake");
            own.inRegion(Region.EU).close();
            own.onBehalfOf("sub-1").close();
            StepVerifier.create(own.inRegion(Region.EU).onClose()).verifyComplete();
            StepVerifier.create(own.onClose()).expectSubscription().thenCancel().verify();
            assertThat(own.send(GET_SAMPLE).block()).isEqualTo(Sample.named("7"));

            own.close();

            StepVerifier.create(own.onClose()).verifyComplete();
            StepVerifier.create(transport.onClose()).verifyComplete();
            assertThat(lookup.opened()).isEqualTo(1);
        }
    }

    @Test
    void saysWhichArtifactProvidesATransport() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MailgunClient.create("key-fake"))
                .withMessageContaining("io.github.mailgun-reactor:mailgun-reactor-transport-netty")
                .withMessageContaining("MailgunClientBuilder.transport");
    }

    private static String text(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
