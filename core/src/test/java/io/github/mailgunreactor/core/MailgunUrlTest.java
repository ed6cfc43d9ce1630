package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Where credentials go with a URL that a response named. */
class MailgunUrlTest {
    private static final String TEMPLATE = "/v3/domains/{domain}/messages/{storage_key}";
    private static final String STORED =
            "https://storage-us-east4.api.mailgun.net/v3/domains/shop.example/messages/BAABAgUK";

    private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(FakeResponse.json("{}")));
    private final MailgunClient mailgun = transport.client();

    @Test
    void asksTheHostOfTheUrlForItsPathAsItStands() {
        send(mailgun, STORED + "?a=%2B&b");

        assertThat(transport.onlySent().region().baseUrl()).isEqualTo("https://storage-us-east4.api.mailgun.net");
        assertThat(transport.onlySent().line()).isEqualTo("GET /v3/domains/shop.example/messages/BAABAgUK?a=%2B&b");
        assertThat(transport.onlySent().headers().first("Authorization")).startsWith("Basic ");
    }

    @Test
    void showsTheTemplateAndNeverTheUrl() {
        Operation operation = Method.GET.url(TEMPLATE, STORED);
        FakeTransport gone = FakeTransport.answering(FakeResponse.json(404, "{\"message\":\"expired\"}"));

        Throwable failure = gone.client()
                .send(operation.asText())
                .map(text -> new Throwable())
                .onErrorResume(Mono::just)
                .block();

        assertThat(operation).hasToString("GET " + TEMPLATE);
        assertThat(operation.url()).hasToString("MailgunUrl[storage-us-east4.api.mailgun.net]");
        assertThat(failure).hasMessageContaining(TEMPLATE).hasMessageNotContaining("BAABAgUK");
    }

    @Test
    void asksNoRouter() {
        MailgunClient routed = mailgun.routedBy(domain -> Mono.error(new AssertionError("asked")));

        routed.send(Method.GET.url(TEMPLATE, STORED).domain("shop.example").asText())
                .block();

        assertThat(transport.onlySent().region().host()).isEqualTo("storage-us-east4.api.mailgun.net");
    }

    @Test
    void goesToTheServerOfTheClientsOwnRegionBelowItsPrefixToo() {
        Region gateway = Region.at("http://gateway.example:8080/mailgun");

        send(mailgun.inRegion(gateway), "http://gateway.example:8080/mailgun/v3/domains/x/messages/1");

        assertThat(transport.onlySent().region().baseUrl()).isEqualTo("http://gateway.example:8080");
        assertThat(transport.onlySent().region().name()).isEqualTo(gateway.name());
        assertThat(transport.onlySent().line()).isEqualTo("GET /mailgun/v3/domains/x/messages/1");
    }

    @Test
    void goesToThePortOfTheClientsOwnRegionAndToNoOther() {
        MailgunClient last = mailgun.inRegion(Region.at("http://gateway.example:65535"));

        send(last, "http://gateway.example:65535/v3/x");

        assertThat(transport.onlySent().region().port()).isEqualTo(65_535);
        for (String other : new String[] {
            "http://gateway.example/v3/x", "https://gateway.example:65535/v3/x", "http://other.example:65535/v3/x"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> send(last, other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.api.mailgun.net/v3/x",
                "https://mailgun.net/v3/x",
                "https://evilmailgun.net/v3/x",
                "https://api.mailgun.net.evil.example/v3/x",
                "https://api.mailgun.net:8443/v3/x",
                "https://evil.example/v3/x",
                "http://localhost/v3/x",
            })
    void refusesAnotherServerAtTheCall(String url) {
        Operation operation = Method.GET.url(TEMPLATE, url);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailgun.send(operation.asText()))
                .withMessageContaining(".mailgun.net")
                .withMessageNotContaining(url);
        assertThatIllegalArgumentException().isThrownBy(() -> mailgun.download(operation));
        assertThat(transport.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/v3/x",
                "//api.mailgun.net/v3/x",
                "ftp://api.mailgun.net/v3/x",
                "https://user@api.mailgun.net/v3/x",
                "https://evil.example\\@api.mailgun.net/v3/x",
                "https://api.mailgun.net",
                "https://api.mailgun.net//evil.example/x",
                "https://api.mailgun.net/v3/../x",
                "https://api.mailgun.net/v3/%2E%2e/x",
                "https://api.mailgun.net/v3/%2f/x",
                "https://api.mailgun.net/v3/x#fragment",
                "https://api.mailgun.net/v3/ü",
                "https://api.mailgun.net/v3/x\r\nHost: evil.example",
                "https://api.mailgun.net:0/v3/x",
                "https://api.mailgun.net:65536/v3/x",
                "https://api.mailgun.net/v3/x%5c",
                "https://api.mailgun.net/v3/.",
            })
    void refusesWhatIsNoPlainUrlWhereTheOperationIsMade(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.url(TEMPLATE, url))
                .withMessageStartingWith("url must be");
    }

    @Property
    void aCredentialGoesToMailgunOverTlsOrNowhere(@ForAll("urls") String url) {
        FakeTransport fresh = FakeTransport.answering(FakeResponse.json("{}"));
        try {
            send(fresh.client(), url);
        } catch (IllegalArgumentException refused) {
            assertThat(fresh.sent()).isEmpty();
            return;
        }
        Region server = fresh.onlySent().region();
        assertThat(server.scheme()).isEqualTo("https");
        assertThat(server.port()).isEqualTo(443);
        assertThat(server.host()).endsWith(".mailgun.net").matches("[a-z0-9.-]+");
        assertThat(url.toLowerCase(Locale.ROOT)).startsWith("https://" + server.host());
    }

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> hosts = Arbitraries.of(
                "api.mailgun.net",
                "se.api.mailgun.net",
                "MAILGUN.net",
                "x.Mailgun.Net",
                "evil.example",
                "127.0.0.1",
                "[::1]",
                "mailgun.net.evil",
                "a_b.mailgun.net",
                ".mailgun.net",
                "api.mailgun.net.");
        return Combinators.combine(
                        Arbitraries.of("https://", "http://", "HTTPS://", "//", "https:", "ws://"),
                        Arbitraries.of("", "", "", "user@", "evil.example@", "evil.example/@", "evil.example?@", "\\"),
                        hosts,
                        Arbitraries.of("", "", ":443", ":80", ":", ":444"),
                        Arbitraries.of("/v3/x", "/", "", "/v3/..", "?x=/y", "/v3/x?y=z"))
                .as((scheme, user, host, port, path) -> String.join("", List.of(scheme, user, host, port, path)));
    }

    private static void send(MailgunClient client, String url) {
        client.send(Method.GET.url(TEMPLATE, url).asText()).block();
    }
}
