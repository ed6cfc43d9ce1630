package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class StoredMessagesTest {
    private static final String URL =
            "https://storage-us-east4.api.mailgun.net/v3/domains/example.com/messages/AwABB%3D";

    private static MessagesApi answering(FakeTransport transport) {
        return new MessagesApi(transport.client());
    }

    @Test
    void areGotFromTheHostThatTheirUrlNames() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("""
                {"From": "Ada <ada@example.com>", "from": "ada@example.com", "body-html": ["<p>1", "<p>2"],
                 "message-headers": [["X-A", "1"], ["x-a", "2"], ["Subject", "s"]],
                 "attachments": [{"name": "a.txt", "size": 3}], "content-id-map": {"<x>": {"name": "x.png"}}}
                """));

        StoredMessage stored =
                requireNonNull(answering(transport).getStored(URL).block());

        assertThat(transport.onlySent().region().host()).isEqualTo("storage-us-east4.api.mailgun.net");
        assertThat(transport.onlySent().line()).isEqualTo("GET /v3/domains/example.com/messages/AwABB%3D");
        assertThat(stored.header("X-a")).containsExactly("1", "2");
        assertThat(stored.htmlBodies()).containsExactly("<p>1", "<p>2");
        assertThat(stored.fromHeader()).isEqualTo("Ada <ada@example.com>");
        assertThat(stored.toString()).doesNotContain("ada");
    }

    @Test
    void areGotAsMime() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                FakeResponse.json("{\"body-mime\": \"Subject: x\\r\\n\\r\\nbody\", \"sender\": \"ada@example.com\"}")));

        assertThat(requireNonNull(answering(transport).getStoredMime(URL).block())
                        .mime())
                .isEqualTo("Subject: x\r\n\r\nbody");
        answering(transport).getStoredMime("example.com", "key").block();

        assertThat(transport.sent())
                .allSatisfy(
                        request -> assertThat(request.headers().first("Accept")).isEqualTo("message/rfc2822"));
    }

    @Test
    void passTheirAttachmentsOnAsTheyArrive() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.of(200, "text/plain", "first line"));

        String content = answering(transport)
                .downloadAttachment(URL + "/attachments/0")
                .map(buffer -> StandardCharsets.UTF_8.decode(buffer).toString())
                .collectList()
                .map(parts -> String.join("", parts))
                .block();

        assertThat(content).isEqualTo("first line");
    }

    @Test
    void areResentFromTheHostThatKeepsThem() {
        FakeTransport transport = FakeTransport.answering(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Q\"}"));

        answering(transport)
                .resend(URL, List.of(EmailAddress.of("b@example.org")))
                .block();

        assertThat(transport.onlySent().region().host()).isEqualTo("storage-us-east4.api.mailgun.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v3/domains/example.com/messages/A",
                "http://storage-us-east4.api.mailgun.net/v3/domains/example.com/messages/A",
                "https://mailgun.net.evil.example/v3/domains/example.com/messages/A",
                "https://storage-us-east4.api.mailgun.net@evil.example/v3/x",
                "file:///etc/passwd",
                ""
            })
    void areNeverLookedForElsewhere(String url) {
        FakeTransport transport = FakeTransport.answering();
        MessagesApi api = answering(transport);

        assertThatIllegalArgumentException().isThrownBy(() -> api.getStored(url));
        assertThatIllegalArgumentException().isThrownBy(() -> api.getStoredMime(url));
        assertThatIllegalArgumentException().isThrownBy(() -> api.downloadAttachment(url));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.resend(url, List.of(EmailAddress.of("b@example.org"))));
        assertThat(transport.sent()).isEmpty();
    }
}
