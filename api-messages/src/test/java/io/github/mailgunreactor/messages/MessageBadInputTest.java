package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What must not be sent is refused at the call, by an error that names the field and the limit and repeats no value. */
class MessageBadInputTest {
    private static final String HALF = "half\ud800";
    private static final String TWO_LINES = "eve\r\nBcc: eve@example.com";

    private final FakeTransport transport = FakeTransport.answering(
            request -> Mono.just(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued.\"}")));
    private final MessagesApi messages = new MessagesApi(transport.client());

    static Stream<Arguments> refused() {
        return Stream.of(
                message(
                        "no recipient",
                        message -> Message.of("ada@example.com").text("x"),
                        "recipients must be from 1 to 1000, but are 0"),
                message(
                        "1001 recipients",
                        message -> message.to(addresses(1000)),
                        "recipients must be from 1 to 1000, but are 1001"),
                message(
                        "no content",
                        message -> Message.of("ada@example.com").to("bob@example.org"),
                        "content must be given"),
                message(
                        "html beside a template",
                        message -> message.template(TemplateContent.of("t")).html("<p>"),
                        "html must not be set beside a template"),
                message(
                        "a template beside html",
                        message -> message.html("<p>").template(TemplateContent.of("t")),
                        "template must not be set beside html"),
                message(
                        "a version without a template",
                        message -> message.template(TemplateContent.of(" ").version("v2")),
                        "template must not be blank"),
                option(
                        "a version as an option",
                        options -> options.option("t:version", "v2"),
                        "option must start with o:"),
                option(
                        "16 KB of variables",
                        options -> options.variable("big", "x".repeat(16 * 1024)),
                        "options, headers and variables must have at most 16384 bytes together, but have 164"),
                option(
                        "16 KB of headers",
                        options -> options.header("X-Big", "x".repeat(16 * 1024)),
                        "options, headers and variables must have at most 16384 bytes together, but have 164"),
                message(
                        "16 KB of template variables",
                        message -> message.template(
                                TemplateContent.of("t").variables(Map.of("big", "é".repeat(8 * 1024)))),
                        "options, headers and variables must have at most 16384 bytes together, but have 164"),
                message(
                        "25 MB",
                        message -> message.html("x".repeat(25 * 1024 * 1024)),
                        "message must have at most 26214400 bytes, but has at least 2621440"),
                message(
                        "a subject of two lines",
                        message -> message.subject(TWO_LINES),
                        "subject must not have control characters, but has one at index 3"),
                option(
                        "a header of two lines",
                        options -> options.header("X-A", TWO_LINES),
                        "header X-A must not have control characters, but has one at index 3"),
                option(
                        "a header name of two lines",
                        options -> options.header(TWO_LINES, "x"),
                        "header name must not have control characters, but has one at index 3"),
                option(
                        "a tag of two lines",
                        options -> options.tag(TWO_LINES),
                        "tag must not have control characters, but has one at index 3"),
                option(
                        "a variable name of two lines",
                        options -> options.variable(TWO_LINES, "x"),
                        "name must not have control characters, but has one at index 3"),
                message(
                        "a recipient's name of two lines",
                        message -> message.to(EmailAddress.of("bob@example.org", TWO_LINES)),
                        "name must not have control characters, but has one at index 3"),
                message("a recipient of two lines", message -> message.to(TWO_LINES), "address "),
                message(
                        "a file name of two lines",
                        message -> message.attachment(Part.bytes(TWO_LINES, new byte[1])),
                        "fileName must not have control characters, but has one at index 3"),
                message(
                        "half a character in the subject",
                        message -> message.subject(HALF),
                        "subject must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in the text",
                        message -> message.text(HALF),
                        "text must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in the html",
                        message -> message.html(HALF),
                        "html must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in AMP",
                        message -> message.ampHtml(HALF),
                        "amp-html must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in a name",
                        message -> message.to(EmailAddress.of("bob@example.org", HALF)),
                        "name must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in a file name",
                        message -> message.inline(Part.bytes(HALF, new byte[1])),
                        "fileName must be Unicode, but has half a surrogate pair at index 4"),
                message(
                        "half a character in a template's name",
                        message -> message.template(TemplateContent.of(HALF)),
                        "template must be Unicode, but has half a surrogate pair at index 4"),
                option(
                        "half a character in a header",
                        options -> options.header("X-A", HALF),
                        "h:X-A must be Unicode, but has half a surrogate pair at index 4"),
                option(
                        "half a character in a variable",
                        options -> options.variable("plan", HALF),
                        "v:plan must be Unicode, but has half a surrogate pair at index 4"),
                option(
                        "half a character deep in a variable",
                        options -> options.variable("plan", Map.of("a", List.of(HALF))),
                        "variable plan"),
                option(
                        "test mode that is not on",
                        options -> options.option("o:testmode", "no"),
                        "option o:testmode must be yes or left out"),
                option(
                        "test mode by a boolean",
                        options -> options.option("o:testmode", "false"),
                        "option o:testmode must be yes or left out"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAtTheCall(UnaryOperator<Message> change, String error) {
        Message message = Message.of("ada@example.com").to("bob@example.org").text("x");

        assertThatThrownBy(() -> messages.send("example.com", change.apply(message)))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageStartingWith(error)
                .hasMessageNotContainingAny("eve", "half\ud800", "bob");
        assertThat(transport.sent()).isEmpty();
    }

    private static Arguments message(String what, UnaryOperator<Message> change, String error) {
        return argumentSet(what, change, error);
    }

    private static Arguments option(String what, UnaryOperator<MessageOptions> change, String error) {
        return message(what, message -> message.options(change.apply(MessageOptions.none())), error);
    }

    private static List<EmailAddress> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EmailAddress.of("r" + i + "@example.org"))
                .toList();
    }
}
