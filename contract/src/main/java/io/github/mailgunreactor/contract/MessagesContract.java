package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.messages.Batch;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessageOptions;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.MimeMail;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.StorageHost;
import io.github.mailgunreactor.messages.TemplateContent;
import io.github.mailgunreactor.messages.TrackingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** The rows of {@code api-messages}. */
final class MessagesContract implements ContractTable {
    private static final ContractRow.Calls<MessagesApi> MESSAGES = ContractRow.calls(MessagesApi::new);
    private static final String QUEUED = """
            {"id": "<20210510091252.1.D6347B73DA43962E@example.com>", "message": "Queued. Thank you."}
            """;
    // Made here and not in a row: loading its class draws random numbers, which an event loop must not.
    private static final SendId FIRST = SendId.of("contract-0");
    private static final Pattern STORAGE_KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Recipient ADA =
            Recipient.of(EmailAddress.of("ada@example.org", "Lovelace, Ada"), Map.of("name", "Ada"));
    private static final String MIME =
            "From: ada@example.com\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n";

    /** Every option, as both forms of a message take them. */
    private static final MessageOptions OPTIONS = MessageOptions.none()
            .tag("contract")
            .tag("messages")
            .dkim(true)
            .secondaryDkim("example.com", "s1", "public.example.com", "s2")
            .deliverAt(Instant.parse("2026-11-22T12:00:00Z"))
            .deliverWithin(Duration.ofMinutes(90))
            .optimizeDeliveryTime(Duration.ofHours(24))
            .deliverAtLocalTime(LocalTime.of(9, 5))
            .testMode()
            .tracking(TrackingMode.YES)
            .trackClicks(TrackingMode.HTML_ONLY)
            .trackOpens(false)
            .requireTls(true)
            .skipVerification(false)
            .sendingIp("192.0.2.7")
            .sendingIpPool("60140bc1fee3e84dec5abeeb")
            .trackingPixelAtTop(TrackingMode.NO)
            .archiveTo(URI.create("https://archive.example.com/mail"))
            .suppressHeaders("X-Mailgun-Variables", "X-Mailgun-Tag")
            .header("X-My-Header", "größer")
            .variable("my-var", Map.of("order", 7));

    private static final String[] OPTION_FIELDS = {
        "o:tag", "contract",
        "o:tag", "messages",
        "o:dkim", "yes",
        "o:secondary-dkim", "example.com/s1",
        "o:secondary-dkim-public", "public.example.com/s2",
        "o:deliverytime", "Sun, 22 Nov 2026 12:00:00 +0000",
        "o:deliver-within", "1h30m",
        "o:deliverytime-optimize-period", "24h",
        "o:time-zone-localize", "09:05",
        "o:testmode", "yes",
        "o:tracking", "yes",
        "o:tracking-clicks", "htmlonly",
        "o:tracking-opens", "no",
        "o:require-tls", "yes",
        "o:skip-verification", "no",
        "o:sending-ip", "192.0.2.7",
        "o:sending-ip-pool", "60140bc1fee3e84dec5abeeb",
        "o:tracking-pixel-location-top", "no",
        "o:archive-to", "https://archive.example.com/mail",
        "o:suppress-headers", "X-Mailgun-Variables,X-Mailgun-Tag",
        "h:X-My-Header", "größer",
        "v:my-var", "{\"order\":7}",
        "v:send-id", "contract-1"
    };

    private static final TemplateContent TEMPLATE =
            TemplateContent.of("welcome").version("v2").plainText().variables(Map.of("plan", "gold"));
    private static final String[] TEMPLATE_FIELDS = {
        "template", "welcome", "t:version", "v2", "t:text", "yes", "t:variables", "{\"plan\":\"gold\"}"
    };

    @Override
    public String module() {
        return "api-messages";
    }

    /** A domain that may send, and a message that is stored. */
    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.makeVerified(mailgun, notes).flatMap(domain -> sendOne(mailgun, domain, notes));
    }

    private static Mono<Void> sendOne(MailgunClient mailgun, String domain, Notes notes) {
        return mailgun.send(POST.path("/v3/{domain}/templates", domain)
                        .multipart(Params.NONE
                                .with("name", "welcome")
                                .with("tag", "v2")
                                .with("template", "<p>{{plan}}</p>"))
                        .asText())
                .then(mailgun.send(POST.path("/v3/{domain}/messages", domain)
                        .form(Params.NONE
                                .with("from", "ada@" + domain)
                                .with("to", "grace@example.org")
                                .with("text", "to be stored"))
                        .asText()))
                .then(mailgun.send(GET.path("/v3/{domain}/events", domain).asText()))
                .doOnNext(events -> notes.keep("storage key", storageKey(events)))
                .then();
    }

    private static String storageKey(String events) {
        Matcher key = STORAGE_KEY.matcher(events);
        return key.find() ? key.group(1) : "none";
    }

    @Override
    public List<ContractRow> rows() {
        return List.of(
                MESSAGES.row("POST /v3/{domain_name}/messages")
                        .calls((messages, notes) -> messages.send(
                                domain(notes),
                                Message.of("Ada <ada@example.com>")
                                        .to("\"Doe, Jane\" <jane@example.org>", "joe@example.org")
                                        .cc("carl@example.org")
                                        .bcc("bea@example.org")
                                        .subject("Größe")
                                        .text("text")
                                        .html("<p>html</p>")
                                        .ampHtml("<html amp4email></html>")
                                        .attachment(Part.bytes("a.txt", bytes("first")))
                                        .attachment(Part.bytes("b.txt", bytes("second")))
                                        .inline(Part.bytes("logo.png", bytes("picture")))
                                        .sendId(FIRST)))
                        .sends("POST /v3/example.com/messages")
                        .multipart(
                                "from", "Ada <ada@example.com>",
                                "to", "\"Doe, Jane\" <jane@example.org>",
                                "to", "joe@example.org",
                                "cc", "carl@example.org",
                                "bcc", "bea@example.org",
                                "subject", "Größe",
                                "text", "text",
                                "html", "<p>html</p>",
                                "amp-html", "<html amp4email></html>",
                                "attachment", "first",
                                "attachment", "second",
                                "inline", "picture",
                                "v:send-id", "contract-0")
                        .responds(QUEUED),
                MESSAGES.row("POST /v3/{domain_name}/messages")
                        .calls((messages, notes) -> messages.send(
                                domain(notes),
                                Batch.of(
                                        Message.of("ada@example.com")
                                                .subject("Hello %recipient.name%")
                                                .text("x")
                                                .template(TEMPLATE)
                                                .options(OPTIONS)
                                                .sendId(SendId.of("contract-1")),
                                        List.of(ADA, Recipient.of("bob@example.org")))))
                        .sends("POST /v3/example.com/messages")
                        .form(fields(
                                new String[] {
                                    "from", "ada@example.com", "subject", "Hello %recipient.name%", "text", "x"
                                },
                                recipients(),
                                TEMPLATE_FIELDS,
                                OPTION_FIELDS))
                        .responds(QUEUED),
                MESSAGES.row("POST /v3/{domain_name}/messages.mime")
                        .calls((messages, notes) -> messages.sendMime(
                                domain(notes),
                                MimeMail.of(bytes(MIME))
                                        .toEach(List.of(ADA, Recipient.of("bob@example.org")))
                                        .template(TEMPLATE)
                                        .options(OPTIONS)
                                        .sendId(SendId.of("contract-1"))))
                        .sends("POST /v3/example.com/messages.mime")
                        .multipart(fields(recipients(), new String[] {"message", MIME}, TEMPLATE_FIELDS, OPTION_FIELDS))
                        .responds(QUEUED),
                MESSAGES.row("GET /v3/domains/{domain_name}/messages/{storage_key}")
                        .calls((messages, notes) ->
                                messages.getStored(domain(notes), notes.get("storage key", "AwABB")))
                        .sends("GET /v3/domains/example.com/messages/AwABB")
                        .responds("""
                                {"Content-Transfer-Encoding": "7bit", "Content-Type": "multipart/form-data; boundary=x",
                                 "From": "Ada <ada@example.com>", "Message-Id": "<x@example.com>",
                                 "Mime-Version": "1.0", "Subject": "Hello", "To": "bob@example.org",
                                 "X-Mailgun-Tag": "contract", "sender": "ada@example.com",
                                 "recipients": "bob@example.org", "from": "Ada <ada@example.com>", "subject": "Hello",
                                 "body-html": "<p>html</p>", "body-plain": "text", "stripped-html": "<p>html</p>",
                                 "stripped-text": "text", "stripped-signature": "Ada",
                                 "message-headers": [["Mime-Version", "1.0"], ["Subject", "Hello"]],
                                 "attachments": [{"name": "a.txt", "content-type": "text/plain", "size": 24,
                                   "url": "https://storage-us-west1.api.mailgun.net/v3/domains/example.com/messages/AwABB/attachments/0"}],
                                 "content-id-map": {"<logo.png>": "attachment-1"},
                                 "X-Mailgun-Template-Name": "welcome",
                                 "X-Mailgun-Template-Variables": "{\\"name\\":\\"Ada\\"}"}
                                """),
                MESSAGES.row("POST /v3/domains/{domain_name}/messages/{storage_key}")
                        .calls((messages, notes) -> messages.resend(
                                domain(notes),
                                notes.get("storage key", "AwABB"),
                                List.of(
                                        EmailAddress.of("bob@example.org", "Doe, Bob"),
                                        EmailAddress.of("eve@example.org"))))
                        .sends("POST /v3/domains/example.com/messages/AwABB")
                        .multipart("to", "\"Doe, Bob\" <bob@example.org>, eve@example.org")
                        .responds(QUEUED),
                MESSAGES.row("GET /v3/domains/{name}/sending_queues")
                        .calls((messages, notes) -> messages.getQueues(domain(notes)))
                        .sends("GET /v3/domains/example.com/sending_queues")
                        .responds("""
                                {"regular": {"is_disabled": true, "disabled": {
                                   "until": "Thu, 30 Jan 2025 06:14:04 +0200",
                                   "reason": "You have too many messages in regular queue"}},
                                 "scheduled": {"is_disabled": false, "disabled": {"until": null, "reason": ""}}}
                                """),
                ContractRow.calls(mailgun -> mailgun)
                        .row("DELETE /v3/{domain_name}/envelopes")
                        .calls((mailgun, notes) -> new MessagesApi(mailgun)
                                .deleteAllUndelivered(
                                        domain(notes),
                                        StorageHost.at(mailgun.region().baseUrl())))
                        .sends("DELETE /v3/example.com/envelopes")
                        .responds("{\"message\": \"done\"}"));
    }

    private static String[] recipients() {
        return new String[] {
            "to", "\"Lovelace, Ada\" <ada@example.org>",
            "to", "bob@example.org",
            "recipient-variables", "{\"ada@example.org\":{\"name\":\"Ada\"},\"bob@example.org\":{}}"
        };
    }

    private static String[] fields(String[]... groups) {
        List<String> all = new ArrayList<>();
        for (String[] group : groups) {
            all.addAll(List.of(group));
        }
        return all.toArray(String[]::new);
    }

    private static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
