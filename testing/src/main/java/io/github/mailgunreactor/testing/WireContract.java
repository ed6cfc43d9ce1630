package io.github.mailgunreactor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What goes over the wire, and how proper answers are read. */
public abstract class WireContract extends TransportContract {

    @ParameterizedTest
    @EnumSource(Method.class)
    void sendsTheMethod(Method method) {
        answer(transport(), request(method, TransportBody.NONE, null));
        assertThat(server.request().line()).isEqualTo(method + " " + TARGET + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v3/a%2Fb%20c/%C3%A9", "/x?q=a%26b&empty=&plus=%2B+", "/x;y=1/%7Euser?//:@"})
    void sendsTheTargetAsItIs(String target) {
        answer(transport(), request(server.region(), Method.GET, target, TransportBody.NONE, null));
        assertThat(server.request().target()).isEqualTo(target);
    }

    @Test
    void sendsTheTargetAfterTheRegionsPrefix() {
        var region = io.github.mailgunreactor.core.Region.at(server.region().baseUrl() + "/gateway");
        answer(transport(), request(region, Method.GET, "/v3/domains", TransportBody.NONE, null));
        assertThat(server.request().target()).isEqualTo("/gateway/v3/domains");
    }

    @Test
    void sendsEveryHeaderInOrder() {
        Headers headers = Headers.NONE
                .with("User-Agent", "test")
                .with("X-Repeated", "one")
                .with("X-Repeated", "two")
                .with("Authorization", "Basic " + KEY);
        answer(
                transport(),
                new TransportRequest(Method.GET, server.region(), TEMPLATE, TARGET, headers, TransportBody.NONE, null));
        ReceivedRequest request = server.request();
        assertThat(request.header("user-agent")).containsExactly("test");
        assertThat(request.header("x-repeated")).containsExactly("one", "two");
        assertThat(request.header("authorization")).containsExactly("Basic " + KEY);
        assertThat(request.header("host")).containsExactly("127.0.0.1:" + server.port());
        assertThat(request.header("accept")).isEmpty();
    }

    @Test
    void sendsNoBodyWithAGet() {
        answer(transport(), get());
        assertThat(server.request().header("content-type")).isEmpty();
        assertThat(server.request().header("transfer-encoding")).isEmpty();
    }

    @Test
    void sendsAnEmptyBodyWithAPostThatHasNone() {
        answer(transport(), post(TransportBody.NONE));
        assertThat(server.request().header("content-length")).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "GET", mode = EnumSource.Mode.EXCLUDE)
    void sendsABodyWithItsTypeAndLength(Method method) {
        answer(
                transport(),
                request(
                        method,
                        TransportBody.ofBytes("text/plain", "hällo".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        null));
        ReceivedRequest request = server.request();
        assertThat(request.bodyText()).isEqualTo("hällo");
        assertThat(request.header("content-type")).containsExactly("text/plain");
        assertThat(request.header("content-length")).containsExactly("6");
        assertThat(request.header("transfer-encoding")).isEmpty();
    }

    @Test
    void readsStatusHeadersAndBody() {
        server.script(Fault.answer(200, "Content-Type: a/b\r\n", "{\"a\":1}"));
        assertThat(answer(transport(), get())).isEqualTo(new Answer(200, "{\"a\":1}", "a/b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 400, 401, 404, 429, 500, 502})
    void readsAnswersOfAnyStatus(int status) {
        server.script(Fault.answer(status, "text"));
        assertThat(answer(transport(), get())).isEqualTo(new Answer(status, "text", "application/json"));
    }

    @Test
    void showsEveryHeaderInOrder() {
        server.script(Fault.answer(200, "X-A: 1\r\nX-B: 2\r\nx-a: 3\r\n", ""));
        List<String> headers = transport()
                .exchange(get(), (head, body, offset, length) -> {
                    List<String> seen = new ArrayList<>();
                    head.forEachHeader((name, value) -> seen.add(name + "=" + value));
                    seen.add("first=" + head.header("X-a"));
                    return seen;
                })
                .block();
        assertThat(headers).containsExactly("X-A=1", "X-B=2", "x-a=3", "Content-Length=0", "first=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 12\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void readsAnswersWithoutBodyAndUsesTheConnectionAgain(String bytes) {
        server.script(Fault.write(bytes));
        Transport transport = transport();
        for (int i = 0; i < 10; i++) {
            assertThat(answer(transport, get()).body()).isEmpty();
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void readsAnAnswerThatEndsWithTheConnection() {
        server.script(Fault.writeAndClose("HTTP/1.1 200 OK\r\n\r\nuntil the end"));
        assertThat(answer(transport(), get()).body()).isEqualTo("until the end");
    }

    @Test
    void readsAChunkedAnswer() {
        server.script(
                Fault.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\n5\r\na\":1}\r\n0\r\nX-Trailer: 1\r\n\r\n"));
        assertThat(answer(transport(), get()).body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void readsAnAnswerThatComesByteByByte() {
        server.script(Fault.oneByteEvery(1, "{\"a\":\"slowly\"}"));
        assertThat(answer(transport(), get()).body()).isEqualTo("{\"a\":\"slowly\"}");
    }

    @Test
    void collectsALargeAnswer() {
        int length = 25 * 1024 * 1024;
        server.script(Fault.answer(200, "x".repeat(length)));
        Integer read = transport()
                .exchange(get(), (head, body, offset, count) -> count)
                .block();
        assertThat(read).isEqualTo(length);
    }

    @Test
    void refusesAnAnswerThatAnnouncesMoreThanItsBound() {
        server.script(Fault.write("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\nsecret"));
        tooLarge();
    }

    @Test
    void refusesAnAnswerThatGrowsBeyondItsBound() {
        server.script(Fault.endlessBody());
        tooLarge();
    }

    private void tooLarge() {
        Transport transport = transport(TransportSettings.ROOMY.maxResponseBytes(100_000));
        UnreadableResponseException failure = failure(UnreadableResponseException.class, transport, get());
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure).hasMessageContaining("100000 bytes");
        server.awaitOpenConnections(0);
    }

    @Test
    void isEmptyWhereTheReaderReturnsNothing() {
        StepVerifier.create(transport().exchange(get(), (head, body, offset, length) -> null))
                .verifyComplete();
    }

    @Test
    void skipsInterimAnswers() {
        server.script(Fault.interim(103, "first"), Fault.interim(100, "second"), Fault.interim(102, "third"));
        Transport transport = transport();
        assertThat(answer(transport, get()).body()).isEqualTo("first");
        assertThat(answer(transport, get()).body()).isEqualTo("second");
        assertThat(answer(transport, get()).body()).isEqualTo("third");
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() {
        server.script(Fault.redirect("http://127.0.0.1:1/elsewhere"));
        Transport transport = transport();
        assertThat(answer(transport, get()).status()).isEqualTo(302);
        answer(transport, get());
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("cookie")).isEmpty());
    }

    @Test
    void usesAConnectionAgain() {
        Transport transport = transport();
        for (int i = 0; i < 20; i++) {
            answer(transport, get());
        }
        assertThat(server.connections())
                .as("a connection may come back a little later than its response")
                .isEqualTo(1);
    }

    @Test
    void sendsAtOnceWhatItHasConnectionsFor() {
        Transport transport = transport(TransportSettings.ROOMY.connections(10, 200));
        long count = Flux.range(0, 200)
                .flatMap(i -> transport.exchange(get(), ANSWER), 200)
                .count()
                .blockOptional()
                .orElse(0L);
        assertThat(count).isEqualTo(200);
        assertThat(server.connections()).isLessThanOrEqualTo(10);
    }

    @Test
    void sendsNothingBeforeSubscription() {
        Mono<Answer> call = transport().exchange(get(), ANSWER);
        assertThat(server.connections()).isZero();
        call.block();
        call.block();
        assertThat(server.requests()).hasSize(2);
    }
}
