package io.github.mailgunreactor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.enums.YesNoHtml;
import com.mailgun.model.message.MailgunMimeMessage;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.messages.Batch;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessageOptions;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.MimeMail;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.messages.TrackingMode;
import io.github.mailgunreactor.simulator.ReceivedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same messages sent by Mailgun's own client and by ours lead to the same mailbox. */
class OfficialClientMailboxIT {
    private static final String DOMAIN = "example.com";

    private final Simulator simulator = Simulator.start();
    private final MailgunClient client = MailgunClient.builder(simulator.key())
            .region(Region.at(simulator.baseUrl()))
            .build();
    private final MessagesApi ours = new MessagesApi(client);
    private final MailgunMessagesApi official = com.mailgun.client.MailgunClient.config(
                    simulator.baseUrl() + "/", simulator.key())
            .createApi(MailgunMessagesApi.class);

    @BeforeEach
    void addTheDomain() {
        simulator.domains().add(DOMAIN);
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void forAMessageOfManyPartsAndOptions(@TempDir Path folder) throws Exception {
        File file = Files.writeString(folder.resolve("notes.txt"), "the notes").toFile();
        File logo = Files.writeString(folder.resolve("logo.png"), "a picture").toFile();

        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("Ada <ada@example.com>")
                        .to(List.of("\"Doe, Jane\" <jane@example.org>", "joe@example.org"))
                        .cc("carl@example.org")
                        .bcc("bea@example.org")
                        .replyTo("reply@example.com")
                        .subject("Größe & mehr")
                        .text("text + more\nof it")
                        .html("<p>html</p>")
                        .attachment(file)
                        .inline(logo)
                        .tag(List.of("one", "two"))
                        .headers(Map.of("X-Trace", "a=b&c"))
                        .userVariables(Map.of("order", "4711"))
                        .dkim(true)
                        .tracking(false)
                        .trackingClicks(YesNoHtml.HTML_ONLY)
                        .trackingOpens(true)
                        .requireTls(true)
                        .skipVerification(false)
                        .archiveTo("https://archive.example.com/mail")
                        .deliverWithin("1h30m")
                        .build());
        List<Map<String, Object>> expected = takeMailbox();

        ours.send(
                        DOMAIN,
                        Message.of("Ada <ada@example.com>")
                                .to("\"Doe, Jane\" <jane@example.org>", "joe@example.org")
                                .cc("carl@example.org")
                                .bcc("bea@example.org")
                                .replyTo(EmailAddress.of("reply@example.com"))
                                .subject("Größe & mehr")
                                .text("text + more\nof it")
                                .html("<p>html</p>")
                                .attachment(Part.file(file.toPath()))
                                .inline(Part.file(logo.toPath()))
                                .options(MessageOptions.none()
                                        .tag("one")
                                        .tag("two")
                                        .header("X-Trace", "a=b&c")
                                        .variable("order", "4711")
                                        .dkim(true)
                                        .tracking(TrackingMode.NO)
                                        .trackClicks(TrackingMode.HTML_ONLY)
                                        .trackOpens(true)
                                        .requireTls(true)
                                        .skipVerification(false)
                                        .archiveTo(URI.create("https://archive.example.com/mail"))
                                        .deliverWithin(Duration.ofMinutes(90))))
                .block();

        assertThat(expected).hasSize(4);
        assertThat(takeMailbox()).isEqualTo(expected);
    }

    @Test
    void forABatch() {
        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to(List.of("Bob <bob@example.org>", "eve@example.org"))
                        .subject("Hello %recipient.name%")
                        .text("Dear %recipient.name%")
                        .recipientVariables(Map.of(
                                "bob@example.org", Map.of("name", "Bob"), "eve@example.org", Map.of("name", "Eve")))
                        .build());
        List<Map<String, Object>> expected = takeMailbox();

        ours.send(
                        DOMAIN,
                        Batch.of(
                                Message.of("ada@example.com")
                                        .subject("Hello %recipient.name%")
                                        .text("Dear %recipient.name%"),
                                List.of(
                                        Recipient.of(EmailAddress.of("bob@example.org", "Bob"), Map.of("name", "Bob")),
                                        Recipient.of(EmailAddress.of("eve@example.org"), Map.of("name", "Eve")))))
                .block();

        assertThat(expected).hasSize(2);
        assertThat(expected.get(0)).containsEntry("subject", "Hello Bob");
        assertThat(takeMailbox()).isEqualTo(expected);
    }

    @Test
    void forMime(@TempDir Path folder) throws Exception {
        String mime = """
                From: ada@example.com\r
                To: bob@example.org\r
                Subject: raw\r
                Content-Type: text/plain\r
                \r
                the body\r
                """;
        File file = Files.writeString(folder.resolve("message.eml"), mime).toFile();
        official.sendMIMEMessage(
                DOMAIN,
                MailgunMimeMessage.builder().to("bob@example.org").message(file).build());
        List<Map<String, Object>> expected = takeMailbox();

        ours.sendMime(DOMAIN, MimeMail.of(mime.getBytes(StandardCharsets.UTF_8)).to("bob@example.org"))
                .block();

        assertThat(expected).hasSize(1);
        assertThat(takeMailbox()).isEqualTo(expected);
    }

    /** What is in the mailbox by now, as far as a receiver could tell it apart, and empties it. */
    private List<Map<String, Object>> takeMailbox() {
        List<Map<String, Object>> copies = new ArrayList<>();
        for (ReceivedMessage message : simulator.mailbox().all()) {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put("recipient", message.recipient());
            copy.put("from", message.from());
            copy.put("to", message.to());
            copy.put("subject", message.subject());
            copy.put("text", String.valueOf(message.text()));
            copy.put("html", String.valueOf(message.html()));
            copy.put("headers", comparable(message.headers()));
            copy.put("tags", message.tags());
            Map<String, Object> variables = new TreeMap<>(message.variables());
            variables.remove("send-id");
            copy.put("variables", variables);
            copy.put("options", new TreeMap<>(message.options()));
            copy.put(
                    "files",
                    message.attachments().stream()
                            .map(file -> file.name() + (file.inline() ? " inline " : " ") + file.text())
                            .toList());
            copies.add(copy);
        }
        simulator.reset();
        simulator.domains().add(DOMAIN);
        return copies;
    }

    /** Without what differs between any two messages. */
    private static Map<String, List<String>> comparable(Map<String, List<String>> headers) {
        Map<String, List<String>> comparable = new TreeMap<>(headers);
        List.of("Message-Id", "Date", "X-Mailgun-Variables", "X-Mailgun-Sid", "Content-Type", "Received")
                .forEach(name -> comparable.keySet().removeIf(name::equalsIgnoreCase));
        return comparable;
    }
}
