package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Bodies that come from files and publishers. */
class UploadTest {
    private static final MailgunRequest<Sample> GET_SAMPLE =
            Method.GET.path("/v1/samples/{id}", "7").asJson(Sample.class);

    private final FakeTransport transport =
            FakeTransport.answering((SentRequest request) -> Mono.just(FakeResponse.json("{\"id\":\"7\"}")));
    private final MailgunClient mailgun = transport.client();

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
    void knowsTheLengthOfAFileAsFarAsThatIsKnown(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("list.csv"), "a,b");
        Part published = Part.publisher("a", Flux::empty);

        assertThat(Part.bytes("a", new byte[2]).length()).isEqualTo(2);
        assertThat(Part.file(file).length()).isEqualTo(3);
        assertThat(Part.file(directory.resolve("gone.csv")).length()).isEqualTo(-1);
        assertThat(published.length()).isEqualTo(-1);
        assertThat(published.length(0).length()).isZero();
        assertThat(published.length(7).length()).isEqualTo(7);
        assertThat(Part.bytes("a", new byte[2]).inMemory()).isTrue();
        assertThat(Part.file(file).inMemory()).isFalse();
        assertThat(published.inMemory()).isFalse();
    }

    @Test
    void isShownByNameAndType() {
        assertThat(Part.bytes("a.txt", new byte[2]).contentType("text/plain").named("b.txt"))
                .hasToString("b.txt (text/plain)");
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
    void isInMemoryOnlyAsAWhole(@TempDir Path directory) throws Exception {
        TransportBody.Bytes bytes = new TransportBody.Bytes(new byte[1]);
        TransportBody.FileContent file =
                new TransportBody.FileContent(Files.writeString(directory.resolve("list.csv"), "a,b"), 3);

        assertThat(TransportBody.NONE.inMemory()).isTrue();
        assertThat(new TransportBody("text/plain", List.of(bytes, bytes), true).inMemory())
                .isTrue();
        assertThat(new TransportBody("text/plain", List.of(bytes, file), true).inMemory())
                .isFalse();
        assertThat(new TransportBody("text/plain", List.of(new TransportBody.Stream(Flux.empty(), 0), bytes), true)
                        .inMemory())
                .isFalse();
    }
}
