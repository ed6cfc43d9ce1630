package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MessagesApiTest {
    private static final String QUEUED = """
            {"id": "<20210510091252.1.D6347B73DA43962E@example.com>", "message": "Queued. Thank you."}
            """;

    private final FakeTransport transport = FakeTransport.answering(request -> Mono.just(FakeResponse.json(QUEUED)));
    private final MessagesApi messages = new MessagesApi(transport.client());
    private final Message hello = Message.of("Ada <ada@example.com>")
            .to("bob@example.org")
            .subject("Hello")
            .text("Hi Bob")
            .sendId(SendId.of("order-7"));

    @Test
    void sendsTextUrlencodedAndGivesTheIdAsEventsHaveIt() {
        SentMessage sent = requireNonNull(messages.send("example.com", hello).block());

        SentRequest request = transport.onlySent();
        assertThat(request.line()).isEqualTo("POST /v3/example.com/messages");
        assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "from", List.of("Ada <ada@example.com>"),
                        "to", List.of("bob@example.org"),
                        "subject", List.of("Hello"),
                        "text", List.of("Hi Bob"),
                        "v:send-id", List.of("order-7")));
        assertThat(sent.id()).isEqualTo("20210510091252.1.D6347B73DA43962E@example.com");
        assertThat(sent.sendId()).isEqualTo(SendId.of("order-7"));
    }

    @Test
    void repeatsTheNameForEachRecipientTagHeaderAndFile() {
        messages.send(
                        "example.com",
                        hello.to("\"Doe, Jane\" <jane@example.org>")
                                .cc("c1@example.org", "c2@example.org")
                                .bcc("b1@example.org")
                                .options(MessageOptions.none()
                                        .tag("one")
                                        .header("X-Trace", "a")
                                        .tag("two")
                                        .header("X-Trace", "b"))
                                .attachment(Part.bytes("a.txt", bytes("first")))
                                .attachment(Part.bytes("b.txt", bytes("second")))
                                .inline(Part.bytes("logo.png", bytes("picture"))))
                .block();

        SentRequest request = transport.onlySent();
        assertThat(request.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(request.form())
                .containsEntry("to", List.of("bob@example.org", "\"Doe, Jane\" <jane@example.org>"))
                .containsEntry("cc", List.of("c1@example.org", "c2@example.org"))
                .containsEntry("bcc", List.of("b1@example.org"))
                .containsEntry("o:tag", List.of("one", "two"))
                .containsEntry("h:X-Trace", List.of("a", "b"))
                .containsEntry("attachment", List.of("first", "second"))
                .containsEntry("inline", List.of("picture"));
        assertThat(request.body()).contains("filename=\"a.txt\"", "filename=\"b.txt\"", "filename=\"logo.png\"");
    }

    @Test
    void sendsVariablesAsRealJson() {
        messages.send(
                        "example.com",
                        Message.of(TemplateContent.of("welcome")
                                        .version("v2")
                                        .plainText()
                                        .variables(Map.of("name", "Ada \"C\"", "items", List.of(1, 2))))
                                .to("bob@example.org")
                                .options(MessageOptions.none()
                                        .variable("order", Map.of("id", 7))
                                        .variable("plan", "gold")
                                        .variable("count", 3)))
                .block();

        Map<String, List<String>> form = transport.onlySent().form();
        assertThat(form)
                .containsEntry("template", List.of("welcome"))
                .containsEntry("t:version", List.of("v2"))
                .containsEntry("t:text", List.of("yes"))
                .containsEntry("v:order", List.of("{\"id\":7}"))
                .containsEntry("v:plan", List.of("gold"))
                .containsEntry("v:count", List.of("3"))
                .doesNotContainKeys("from", "subject");
        assertThat(json(requireNonNull(form.get("t:variables")).get(0)))
                .isEqualTo(Map.of("name", "Ada \"C\"", "items", List.of(1L, 2L)));
    }

    @Test
    void sendsMimeAsAFileWithTheSameOptions() {
        messages.sendMime(
                        "example.com",
                        MimeMail.of(bytes("Subject: x\r\n\r\nbody"))
                                .to("bob@example.org", "Eve <eve@example.org>")
                                .template(TemplateContent.of("frame"))
                                .options(MessageOptions.none().tag("raw"))
                                .sendId(SendId.of("m-1")))
                .block();

        SentRequest request = transport.onlySent();
        assertThat(request.line()).isEqualTo("POST /v3/example.com/messages.mime");
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "to", List.of("bob@example.org", "Eve <eve@example.org>"),
                        "message", List.of("Subject: x\r\n\r\nbody"),
                        "template", List.of("frame"),
                        "o:tag", List.of("raw"),
                        "v:send-id", List.of("m-1")));
        assertThat(request.body()).contains("name=\"message\"; filename=\"message.eml\"");
    }

    @Test
    void givesEachSendAnIdOfItsOwnAndEachSubscriptionOfASendTheSame() {
        Message anonymous = Message.of("ada@example.com").to("bob@example.org").text("x");
        Mono<SentMessage> first = messages.send("example.com", anonymous);
        SendId id = requireNonNull(requireNonNull(first.block()).sendId());
        first.block();
        messages.send("example.com", anonymous).block();

        List<String> ids = transport.sent().stream()
                .map(request -> requireNonNull(request.form().get("v:send-id")).get(0))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isEqualTo(id.value()).hasSize(32);
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void refusesNoRecipientsAndMoreThanAThousandAtTheCall(int recipients) {
        List<EmailAddress> many = IntStream.range(0, recipients)
                .mapToObj(i -> EmailAddress.of("r" + i + "@example.org"))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send(
                        "example.com", Message.of("ada@example.com").text("x").to(many)))
                .withMessage("recipients must be from 1 to 1000, but are " + recipients);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        messages.sendMime("example.com", MimeMail.of(bytes("x")).to(many)))
                .withMessage("recipients must be from 1 to 1000, but are " + recipients);
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void countsCopiesAmongTheThousand() {
        List<EmailAddress> many = IntStream.range(0, 999)
                .mapToObj(i -> EmailAddress.of("r" + i + "@example.org"))
                .toList();

        messages.send("example.com", hello.to(many.subList(0, 998)).bcc("b@example.org"))
                .block();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send("example.com", hello.to(many).bcc("b@example.org")))
                .withMessageContaining("but are 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send(
                        "example.com", Message.of("ada@example.com").text("x").bcc("b@example.org")))
                .withMessageStartingWith("to must not be empty");
    }

    @Test
    void refusesAMessageWithoutContentOrSender() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        messages.send("example.com", Message.of("a@example.com").to("b@example.org")))
                .withMessage("content must be given: text, html, ampHtml or template");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send(
                        "example.com",
                        Message.of("a@example.com").to("b@example.org").attachment(Part.bytes("a", bytes("b")))))
                .withMessageStartingWith("content must be given");
    }

    @Test
    void cannotHoldHtmlAndATemplate() {
        assertThatIllegalStateException().isThrownBy(() -> hello.html("<p>").template(TemplateContent.of("t")));
        assertThatIllegalStateException()
                .isThrownBy(() -> hello.template(TemplateContent.of("t")).html("<p>"));
    }

    @Test
    void refusesMoreThan16KilobytesOfOptionsAndTellsHowManyThereAre() {
        int others = "v:send-idorder-7v:big".length();
        Message fits = hello.options(MessageOptions.none().variable("big", "x".repeat(16384 - others)));
        Message over = hello.options(MessageOptions.none().variable("big", "x".repeat(16385 - others)));

        messages.send("example.com", fits).block();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send("example.com", over))
                .withMessage("options, headers and variables must have at most 16384 bytes together, but have 16385");
    }

    @Test
    void countsHeadersTagsTemplateVariablesAndReplyToInUtf8() {
        int before = size(hello);

        assertThat(size(hello.options(MessageOptions.none().header("X-A", "é"))) - before)
                .isEqualTo(5 + 2);
        assertThat(size(hello.options(MessageOptions.none().tag("ab").tag("c"))) - before)
                .isEqualTo(5 + 2 + 5 + 1);
        assertThat(size(hello.template(TemplateContent.of("t").variables(Map.of("a", "😀")))) - before)
                .isEqualTo("t:variables{\"a\":\"\"}".length() + 4);
        assertThat(size(hello.replyTo(EmailAddress.of("r@example.com"))) - before)
                .isEqualTo("h:Reply-Tor@example.com".length());
    }

    /** The bytes of options that the error tells, with enough of them to be refused. */
    private int size(Message message) {
        MessageOptions many = message.options();
        for (int i = 0; i < 8; i++) {
            many = many.option("o:filler" + i, "x".repeat(2048));
        }
        MessageOptions filled = many;
        String[] told = new String[1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send("example.com", message.options(filled)))
                .satisfies(error -> told[0] = requireNonNull(error.getMessage()).replaceAll(".* ", ""));
        return Integer.parseInt(told[0]);
    }

    @Test
    void refusesMoreThan25MegabytesAtTheCall() {
        byte[] half = new byte[13 * 1024 * 1024];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.send(
                        "example.com", hello.attachment(Part.bytes("a", half)).attachment(Part.bytes("b", half))))
                .withMessage("message must have at most 26214400 bytes, but has at least 27262982");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void measuresFilesOnDiskWhenTheyAreSent(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.bin");
        Mono<SentMessage> send = messages.send("example.com", hello.attachment(Part.file(file)));

        StepVerifier.create(send)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(NoResponseException.class, missing -> {
                            assertThat(missing.reason()).isEqualTo(NoResponseException.Reason.BODY_FAILED);
                            assertThat(missing.requestSent()).isFalse();
                        }))
                .verify();

        Files.write(file, new byte[26 * 1024 * 1024]);
        StepVerifier.create(send)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("26214400"))
                .verify();
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void alwaysHasADeadline() {
        Part streamed = Part.publisher("a", () -> Flux.just(ByteBuffer.wrap(bytes("x"))));

        messages.send("example.com", hello).block();
        messages.send("example.com", hello.attachment(Part.bytes("a", bytes("b"))))
                .block();
        messages.send("example.com", hello.attachment(streamed)).block();
        messages.sendMime("example.com", MimeMail.of(streamed).to("b@example.org"))
                .block();

        assertThat(transport.sent())
                .allSatisfy(request ->
                        assertThat(request.timeout()).isNotNull().isLessThanOrEqualTo(Duration.ofMinutes(10)));
        assertThat(transport.sent().get(2).timeout()).isGreaterThan(Duration.ofMinutes(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void neverRepeatsASendThatMayHaveBeenTaken(int status) {
        FakeTransport failing = FakeTransport.answering(
                request -> Mono.just(FakeResponse.json(status, "{\"message\": \"Internal Server Error\"}")));
        MessagesApi api =
                new MessagesApi(failing.builder().retry(RetryPolicy.defaults()).build());

        StepVerifier.create(api.send("example.com", hello))
                .expectErrorSatisfies(error ->
                        assertThat(((ErrorStatusException) error).status()).isEqualTo(status))
                .verify();
        assertThat(failing.sent()).hasSize(1);
    }

    @Test
    void showsNeitherRecipientsNorContent() {
        Message message = hello.options(
                MessageOptions.none().variable("name", "secret-name").header("X-S", "secret-header"));

        assertThat(message.toString()).isEqualTo("Message[1 recipients, 0 files, order-7]");
        assertThat(message.options().toString()).isEqualTo("MessageOptions[v:name, h:X-S]");
        assertThat(MimeMail.of(bytes("x")).to("b@example.org").toString()).isEqualTo("MimeMail[1 recipients]");
    }

    @Test
    void resendsToACommaListOfAddresses() {
        messages.resend(
                        "example.com",
                        "key+/=",
                        List.of(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org", "Doe, B")))
                .block();

        SentRequest request = transport.onlySent();
        assertThat(request.line()).isEqualTo("POST /v3/domains/example.com/messages/key%2B%2F%3D");
        assertThat(request.form()).isEqualTo(Map.of("to", List.of("a@example.org, \"Doe, B\" <b@example.org>")));
    }

    @Test
    void deletesUndeliveredMailOnTheHostThatIsNamed() {
        FakeTransport host = FakeTransport.answering(FakeResponse.json("{\"message\": \"done\"}"));

        new MessagesApi(host.client())
                .deleteAllUndelivered("example.com", StorageHost.EUROPE_WEST1)
                .block();

        assertThat(host.onlySent().line()).isEqualTo("DELETE /v3/example.com/envelopes");
        assertThat(host.onlySent().region().baseUrl()).isEqualTo("https://storage-europe-west1.api.mailgun.net");
    }

    private static Object json(String text) {
        return requireNonNull(Json.readAny(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
