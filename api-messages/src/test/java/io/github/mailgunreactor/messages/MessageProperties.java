package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import reactor.core.publisher.Mono;

/** What a message is sent as, against parsers that nobody here wrote: the JDK's of forms, Angus's of multipart. */
class MessageProperties {

    @Property(tries = 300)
    void everyValueArrivesWithAndWithoutFiles(
            @ForAll("contents") List<String> texts, @ForAll("lines") String line, @ForAll byte[] file)
            throws Exception {
        Message message = Message.of("ada@example.com")
                .to("bob@example.org")
                .subject(line)
                .text(texts.get(0))
                .html(texts.get(1))
                .ampHtml(texts.get(2))
                .options(MessageOptions.none()
                        .header("X-Line", line)
                        .header("X-Line", "second")
                        .variable("text", texts.get(3))
                        .variable("json", Map.of("value", texts.get(4)))
                        .tag("one")
                        .tag("two"))
                .sendId(SendId.of("id"));
        List<Map.Entry<String, String>> expected = List.of(
                Map.entry("from", "ada@example.com"),
                Map.entry("to", "bob@example.org"),
                Map.entry("subject", line),
                Map.entry("text", texts.get(0)),
                Map.entry("html", texts.get(1)),
                Map.entry("amp-html", texts.get(2)),
                Map.entry("h:X-Line", line),
                Map.entry("h:X-Line", "second"),
                Map.entry("v:text", texts.get(3)),
                Map.entry("v:json", FieldText.json("json", Map.of("value", texts.get(4)))),
                Map.entry("o:tag", "one"),
                Map.entry("o:tag", "two"),
                Map.entry("v:send-id", "id"));

        assertThat(form(sent(message))).containsExactlyElementsOf(expected);
        List<Map.Entry<String, String>> multipart = multipart(sent(message.attachment(Part.bytes("ä.bin", file))));
        assertThat(multipart.stream().filter(field -> !field.getKey().equals("attachment ä.bin")))
                .containsExactlyElementsOf(expected);
        assertThat(multipart).contains(Map.entry("attachment ä.bin", new String(file, StandardCharsets.ISO_8859_1)));
    }

    private static SentRequest sent(Message message) {
        FakeTransport transport = FakeTransport.answering(
                request -> Mono.just(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued.\"}")));
        new MessagesApi(transport.client()).send("example.com", message).block();
        return transport.onlySent();
    }

    private static List<Map.Entry<String, String>> form(SentRequest request) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String pair : request.body().split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.add(Map.entry(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<Map.Entry<String, String>> multipart(SentRequest request) throws Exception {
        MimeMultipart parts =
                new MimeMultipart(new ByteArrayDataSource(request.bytes(), requireNonNull(request.contentType())));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            ContentDisposition head = new ContentDisposition(part.getHeader("Content-Disposition")[0]);
            byte[] content = part.getInputStream().readAllBytes();
            String file = head.getParameter("filename");
            fields.add(
                    file == null
                            ? Map.entry(head.getParameter("name"), new String(content, StandardCharsets.UTF_8))
                            : Map.entry(
                                    head.getParameter("name") + " " + utf8(file),
                                    new String(content, StandardCharsets.ISO_8859_1)));
        }
        return fields;
    }

    /** Angus reads headers as Latin 1; the file name is UTF-8 as it is. */
    private static String utf8(String header) {
        return header.contains("ä")
                ? header
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<List<String>> contents() {
        return Arbitraries.strings()
                .withChars("aZ09 +&=%;,\"'\\<>{}()[]#?/\r\n\t-_.~éж愛\u2028")
                .ofMaxLength(40)
                .list()
                .ofSize(5);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("aZ09 +&=%;,\"'\\<>{}éж愛").ofMaxLength(40);
    }
}
