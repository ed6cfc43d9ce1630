package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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
        assertThat(headers.first("User-Agent")).isEqualTo("mailgun-reactor/" + MailgunClient.version());
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
    void callsItselfAsItIsTold() {
        transport.builder().userAgent("shop/1.0").build().send(GET_SAMPLE).block();

        assertThat(transport.onlySent().headers().first("User-Agent")).isEqualTo("shop/1.0");
    }

    @Test
    void knowsOnWhoseBehalfAViewCalls() {
        assertThat(mailgun.subaccount()).isNull();
        assertThat(mailgun.onBehalfOf("sub-1").subaccount()).isEqualTo("sub-1");
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
        assertThat(isClosed(transport.onClose())).isFalse();
        StepVerifier.create(mailgun.send(GET_SAMPLE)).expectNextCount(1).verifyComplete();
    }

    @Test
    void passesOverUpTo99TransportsThatCannotBeLoaded() {
        for (int unusable : new int[] {1, 99}) {
            try (TransportLookup lookup = TransportLookup.findingBehindUnusable(unusable, transport)) {
                MailgunClient.create("key-fake");

                assertThat(lookup.opened()).isEqualTo(1);
            }
        }
        try (TransportLookup lookup = TransportLookup.findingBehindUnusable(100, transport)) {
            assertThatIllegalStateException().isThrownBy(() -> MailgunClient.create("key-fake"));

            assertThat(lookup.opened()).isZero();
        }
    }

    @Test
    void closesATransportThatItFoundAndItsViewsDoNot() {
        try (TransportLookup lookup = TransportLookup.finding(transport)) {
            MailgunClient own = MailgunClient.create("key-fake");
            own.inRegion(Region.EU).close();
            own.onBehalfOf("sub-1").close();
            StepVerifier.create(own.inRegion(Region.EU).onClose()).verifyComplete();
            assertThat(isClosed(own.onClose())).isFalse();
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

    private static boolean isClosed(Mono<Void> onClose) {
        return onClose.toFuture().isDone();
    }

    private static String text(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
