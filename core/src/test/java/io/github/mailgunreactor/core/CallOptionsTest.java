package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is different for the calls of one view. */
class CallOptionsTest {
    private static final MailgunRequest<Confirmation> CALL =
            Method.GET.path("/v1/keys").asJson(Confirmation.class);

    private final FakeTransport transport = FakeTransport.answering(
            request -> Mono.just(FakeResponse.json("{\"message\":\"done\"}").withHeader("X-Request-Id", "r-7")));
    private final MailgunClient mailgun = transport.client();

    @Test
    void boundEachCallInPlaceOfClientAndOperation() {
        MailgunClient quick = mailgun.withOptions(CallOptions.none().timeout(Duration.ofSeconds(2)));

        quick.send(CALL).block();
        quick.send(Method.GET.path("/v1/keys").timeout(Duration.ofMinutes(5)).asText())
                .block();

        assertThat(transport.sent())
                .extracting(request -> request.timeout())
                .allSatisfy(timeout -> assertThat(timeout).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void boundAnUploadToo() {
        Part upload = Part.publisher("a.txt", () -> Flux.just(ByteBuffer.allocate(1)));

        mailgun.withOptions(CallOptions.none().timeout(Duration.ofSeconds(2)))
                .send(Method.POST
                        .path("/v1/x")
                        .multipart(Params.NONE.with("file", upload))
                        .asText())
                .block();

        assertThat(transport.onlySent().timeout()).isNotNull();
    }

    @Test
    void addHeadersThatTheOperationsOwnComeBefore() {
        mailgun.withOptions(CallOptions.none().header("X-Trace", "t-1").header("Accept", "text/plain"))
                .send(Method.GET
                        .path("/v1/keys")
                        .header("Accept", "message/rfc2822")
                        .asText())
                .block();

        assertThat(transport.onlySent().headers().first("X-Trace")).isEqualTo("t-1");
        assertThat(transport.onlySent().headers().first("Accept")).isEqualTo("message/rfc2822");
    }

    @Test
    void leaveTheClientAloneThatTheViewWasMadeOf() {
        mailgun.withOptions(CallOptions.none().header("X-Trace", "t-1"));

        mailgun.send(CALL).block();

        assertThat(transport.onlySent().headers().first("X-Trace")).isNull();
    }

    @Test
    void areKeptByFurtherViewsAndAddedTo() {
        List<String> seen = new ArrayList<>();
        MailgunClient view = mailgun.withOptions(
                        CallOptions.none().header("X-A", "1").onResponse((operation, response) -> seen.add("first")))
                .onBehalfOf("sub")
                .inRegion(Region.EU)
                .withOptions(
                        CallOptions.none().header("X-B", "2").onResponse((operation, response) -> seen.add("second")));

        view.send(CALL).block();

        assertThat(transport.onlySent().region()).isEqualTo(Region.EU);
        assertThat(transport.onlySent().headers().first("X-A")).isEqualTo("1");
        assertThat(transport.onlySent().headers().first("X-B")).isEqualTo("2");
        assertThat(transport.onlySent().headers().first("X-Mailgun-On-Behalf-Of"))
                .isEqualTo("sub");
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void tellTheListenerTheMetadataOfATypedCall() {
        List<String> seen = new ArrayList<>();

        mailgun.withOptions(CallOptions.none()
                        .onResponse((operation, response) ->
                                seen.add(operation + " " + response.status() + " " + response.requestId())))
                .send(CALL)
                .block();

        assertThat(seen).containsExactly("GET /v1/keys 200 r-7");
    }

    @Test
    void doNotLoseAResponseToAListenerThatThrows() {
        List<String> seen = new ArrayList<>();
        MailgunClient view = mailgun.withOptions(CallOptions.none()
                .onResponse((operation, response) -> {
                    throw new NoClassDefFoundError("of a metrics library");
                })
                .onResponse((operation, response) -> seen.add("second")));

        assertThat(view.send(CALL).block()).isEqualTo(new Confirmation("done"));
        assertThat(seen).containsExactly("second");
    }

    @Test
    void refuseWhatTheCredentialsAndTheBodyDecide() {
        for (String name : List.of("authorization", "Host", "Content-Type", "Content-Length")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CallOptions.none().header(name, "x"))
                    .withMessageStartingWith("header name must not be");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.none().timeout(Duration.ZERO))
                .withMessageContaining("timeout");
    }
}
