package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.OfficialClient.DOMAIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v3.MailgunEventsApi;
import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.api.v3.MailgunStoreMessagesApi;
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
import io.github.mailgunreactor.messages.TemplateContent;
import io.github.mailgunreactor.messages.TrackingMode;
import io.github.mailgunreactor.simulator.ReceivedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.templates.NewTemplate;
import io.github.mailgunreactor.templates.NewTemplateVersion;
import io.github.mailgunreactor.templates.TemplateOwner;
import io.github.mailgunreactor.templates.TemplatesApi;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same messages sent by Mailgun's own client and by ours lead to the same mailbox. */
class OfficialClientMailboxIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL =
            OfficialClient.driving(MailgunMessagesApi.class, MailgunStoreMessagesApi.class);

    private final Simulator simulator = OFFICIAL.simulator();
    private final MailgunMessagesApi official = OFFICIAL.api(MailgunMessagesApi.class);
    private final MailgunClient client = MailgunClient.builder(simulator.key())
            .region(Region.at(simulator.baseUrl()))
            .build();
    private final MessagesApi ours = new MessagesApi(client);
    private int taken;

    @AfterEach
    void close() {
        client.close();
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
    void forATemplate() {
        new TemplatesApi(client)
                .create(
                        TemplateOwner.ofDomain(DOMAIN),
                        NewTemplate.of("welcome").version(NewTemplateVersion.of("second", "<p>Dear {{name}}</p>")))
                .block(Duration.ofSeconds(20));

        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to("bob@example.org")
                        .subject("Welcome")
                        .template("welcome")
                        .templateVersion("second")
                        .renderTemplate(true)
                        .mailgunVariables(Map.of("name", "Bob"))
                        .build());
        List<Map<String, Object>> expected = takeMailbox();

        ours.send(
                        DOMAIN,
                        Message.of(TemplateContent.of("welcome")
                                        .version("second")
                                        .plainText()
                                        .variables(Map.of("name", "Bob")))
                                .from(EmailAddress.of("ada@example.com"))
                                .to("bob@example.org")
                                .subject("Welcome"))
                .block(Duration.ofSeconds(20));

        assertThat(expected).singleElement().asString().contains("Dear Bob");
        assertThat(takeMailbox()).isEqualTo(expected);
    }

    @Test
    void forTheOtherOptions() {
        Instant time = simulator.clock().instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to("bob@example.org")
                        .subject("Later")
                        .html("<p>html</p>")
                        .ampHtml("<!doctype html><html amp4email></html>")
                        .deliveryTime(time.atZone(ZoneOffset.UTC))
                        .deliveryTimeOptimizePeriod("24h")
                        .timeZoneLocalize("08:30")
                        .secondaryDkim("example.com/s1")
                        .secondaryDkimPublic("example.net/s2")
                        .sendingIp("192.0.2.10")
                        .sendingIpPool("60140bc1fee3e84dec5abeeb")
                        .trackingPixelLocationTop(YesNoHtml.YES)
                        .suppressHeaders("X-Mailgun-Sid,X-Mailgun-Variables")
                        .build());
        ours.send(
                        DOMAIN,
                        Message.of("ada@example.com")
                                .to("bob@example.org")
                                .subject("Later")
                                .html("<p>html</p>")
                                .ampHtml("<!doctype html><html amp4email></html>")
                                .options(MessageOptions.none()
                                        .deliverAt(time)
                                        .optimizeDeliveryTime(Duration.ofHours(24))
                                        .deliverAtLocalTime(LocalTime.of(8, 30))
                                        .secondaryDkim("example.com", "s1", "example.net", "s2")
                                        .sendingIp("192.0.2.10")
                                        .sendingIpPool("60140bc1fee3e84dec5abeeb")
                                        .trackingPixelAtTop(TrackingMode.YES)
                                        .suppressHeaders("X-Mailgun-Sid", "X-Mailgun-Variables")))
                .block(Duration.ofSeconds(20));
        assertThat(takeMailbox()).isEmpty();

        simulator.clock().advance(Duration.ofHours(3));
        assertThat(takeMailbox())
                .hasSize(2)
                .satisfies(copies -> assertThat(copies.get(1)).isEqualTo(copies.get(0)));
    }

    @Test
    void inTestModeForNobody() {
        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to("bob@example.org")
                        .subject("A test")
                        .text("text")
                        .testMode(true)
                        .build());

        assertThat(takeMailbox()).isEmpty();
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

    @Test
    @SuppressWarnings("deprecation") // the events API, which Mailgun serves
    void ofAMessageThatIsStoredAndSentAgain() {
        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to("bob@example.org")
                        .subject("kept")
                        .text("the text")
                        .build());
        String stored = requireNonNull(OFFICIAL.api(MailgunEventsApi.class)
                .getAllEvents(DOMAIN)
                .getItems()
                .get(0)
                .getStorage()
                .getUrl());
        MailgunStoreMessagesApi storage = OFFICIAL.apiAt(stored, MailgunStoreMessagesApi.class);

        assertThat(storage.retrieveMessage()).satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo("kept");
            assertThat(message.getBodyPlain()).isEqualTo("the text");
            assertThat(message.getRecipients()).isEqualTo("bob@example.org");
        });
        storage.resendMessage("eve@example.org");
        assertThat(simulator.mailbox().of("eve@example.org"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.text()).isEqualTo("the text"));
    }

    @Test
    void ofWhatIsNotSentYet() {
        official.sendMessage(
                DOMAIN,
                com.mailgun.model.message.Message.builder()
                        .from("ada@example.com")
                        .to("bob@example.org")
                        .subject("later")
                        .text("text")
                        .deliveryTime(simulator
                                .clock()
                                .instant()
                                .plus(Duration.ofHours(1))
                                .atZone(ZoneOffset.UTC))
                        .build());

        assertThat(official.getSendingQueues(DOMAIN).getScheduled().getIsDisabled())
                .isFalse();
        official.deleteEnvelopes(DOMAIN);
        simulator.clock().advance(Duration.ofHours(2));
        assertThat(takeMailbox()).isEmpty();
    }

    /** What has come into the mailbox since the last time, as far as a receiver could tell it apart. */
    private List<Map<String, Object>> takeMailbox() {
        List<Map<String, Object>> copies = new ArrayList<>();
        List<ReceivedMessage> all = simulator.mailbox().all();
        for (ReceivedMessage message : all.subList(taken, all.size())) {
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
            copy.put("options", options(message));
            copy.put(
                    "files",
                    message.attachments().stream()
                            .map(file -> file.name() + (file.inline() ? " inline " : " ") + file.text())
                            .toList());
            copies.add(copy);
        }
        taken = all.size();
        return copies;
    }

    /** A time is the same, however its zone is written. */
    private static Map<String, Object> options(ReceivedMessage message) {
        Map<String, Object> options = new TreeMap<>();
        message.options()
                .forEach((name, values) -> options.put(
                        name,
                        name.equals("o:deliverytime")
                                ? values.stream()
                                        .map(time -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(time, Instant::from))
                                        .toList()
                                : values));
        return options;
    }

    /** Without what differs between any two messages. */
    private static Map<String, List<String>> comparable(Map<String, List<String>> headers) {
        Map<String, List<String>> comparable = new TreeMap<>(headers);
        List.of("Message-Id", "Date", "X-Mailgun-Variables", "X-Mailgun-Sid", "Content-Type", "Received")
                .forEach(name -> comparable.keySet().removeIf(name::equalsIgnoreCase));
        return comparable;
    }
}
