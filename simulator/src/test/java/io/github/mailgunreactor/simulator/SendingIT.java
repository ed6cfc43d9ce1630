package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingIT {
    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final Simulator SIMULATOR = Simulator.builder()
            .clock(CLOCK)
            .rateLimit("recipients", 1500, Duration.ofMinutes(1))
            .start();
    private static final String PATH = "/v3/example.com/messages";

    private final Caller caller = Caller.of(SIMULATOR);

    @BeforeEach
    void reset() {
        CLOCK.reset();
        SIMULATOR.reset();
        SIMULATOR.domains().add("example.com");
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private HttpResponse<String> send(String... namesAndValues) throws Exception {
        List<String> fields = new ArrayList<>(List.of("from", "Us <us@example.com>", "subject", "Hello"));
        fields.addAll(List.of(namesAndValues));
        return caller.form("POST", PATH, fields.toArray(String[]::new));
    }

    private List<Map<String, Object>> events(String filter) throws Exception {
        return Caller.objects(caller.get("/v3/example.com/events?ascending=yes&begin=0" + filter), "items");
    }

    private static String inner(Map<String, Object> object, String field, String innerField) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(object.get(field))).get(innerField));
    }

    @Test
    void everyRecipientGetsTheMessageWithItsVariables() throws Exception {
        HttpResponse<String> response = send(
                "to", "\"Doe, Jane\" <jane@x.org>, Joe <joe@y.org>",
                "text", "Hi %recipient.name%, %recipient_email%, %recipient.unknown%",
                "v:id", "%recipient.id%",
                "recipient-variables",
                        "{\"jane@x.org\":{\"name\":\"Jane\",\"id\":1},\"joe@y.org\":{\"name\":\"Joe\"}}");

        assertThat(response.body()).contains("Queued. Thank you.");
        ReceivedMessage received = SIMULATOR.mailbox().only("jane@x.org");
        assertThat(received.text()).isEqualTo("Hi Jane, jane@x.org, %recipient.unknown%");
        assertThat(received.to()).isEqualTo("\"Doe, Jane\" <jane@x.org>");
        assertThat(received.variables()).containsEntry("id", "1");
        assertThat(SIMULATOR.mailbox().only("joe@y.org").text()).startsWith("Hi Joe, joe@y.org");
    }

    @Test
    void withoutRecipientVariablesEverybodySeesEverybody() throws Exception {
        send("to", "a@x.org,b@x.org", "text", "t");

        assertThat(SIMULATOR.mailbox().only("b@x.org").to()).isEqualTo("a@x.org, b@x.org");
    }

    @Test
    void anAddressGetsAMessageOnceHoweverOftenItIsNamed() throws Exception {
        send("to", "a@x.org, A@X.org", "cc", "a@x.org", "bcc", "b@x.org,", "text", "t");

        assertThat(SIMULATOR.mailbox().all())
                .extracting(ReceivedMessage::recipient)
                .containsExactly("a@x.org", "b@x.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "to|a@b@c|to parameter is not a valid address. please check documentation",
                "to|jane@x.org; joe@x.org|to parameter is not a valid address. please check documentation",
                "cc|\"open <a@x.org>|cc parameter is not a valid address. please check documentation",
                "from|notanaddress|from parameter is not a valid address. please check documentation",
                "from|~~|from parameter is missing",
                "to|~~|to parameter is missing",
                "text|~~|Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified",
                "template|t1|Only one parameters 'html' or 'template' is allowed",
                "recipient-variables|[1|'recipient-variables' parameter is not a valid JSON",
                "o:deliverytime|tomorrow|tomorrow is not an RFC-2822 compliant date",
                "h:X-\u00dc|1|Header name must be pure ASCII: X-\u00dc",
                "o:time-zone-localize|25:00|25:00 invalid 24 hour time",
            })
    void refusesWhatTheLiveApiRefusesInItsWords(String field, String value, String message) throws Exception {
        List<String> form = new ArrayList<>(List.of(field, value));
        Map.of("from", "us@example.com", "to", "a@x.org", "text", "t").forEach((name, usual) -> {
            if (!name.equals(field)) {
                form.addAll(List.of(name, usual));
            }
        });
        if (field.equals("template")) {
            form.addAll(List.of("html", "<p>"));
        }

        HttpResponse<String> response = caller.form("POST", PATH, form.toArray(String[]::new));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.message(response)).isEqualTo(message);
        assertThat(SIMULATOR.mailbox().size()).isZero();
    }

    @Test
    void refusesMoreThanAThousandRecipients() throws Exception {
        String to = IntStream.range(0, 1001).mapToObj(i -> i + "@x.org").collect(Collectors.joining(","));

        assertThat(Caller.message(send("to", to, "text", "t"))).isEqualTo("Too many recipients, max is 1000");
    }

    @Test
    void refusesOptionsAboveSixteenKilobytesInAll() throws Exception {
        HttpResponse<String> response =
                send("to", "a@x.org", "text", "t", "v:a", "x".repeat(9000), "h:X-B", "y".repeat(9000));

        assertThat(Caller.message(response))
                .isEqualTo("Send options (parameters starting with o:, h:, v:, or t:) are limited to 16KB total");
    }

    @Test
    void refusesAMessageAboveTwentyFiveMegabytes() throws Exception {
        assertThat(send("to", "a@x.org", "text", "t".repeat(25 << 20)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, suppress-bounce, 605, Not delivering to previously bounced address",
        "complaint, suppress-complaint, 607, Not delivering to a user who marked your messages as spam",
        "unsubscribe, suppress-unsubscribe, 606, Not delivering to unsubscribed address"
    })
    void aSuppressedAddressFailsWithItsReason(String list, String reason, long code, String description)
            throws Exception {
        SuppressionSeeds lists = SIMULATOR.suppressions("example.com");
        switch (list) {
            case "bounce" -> lists.addBounce("a@x.org");
            case "complaint" -> lists.addComplaint("a@x.org");
            default -> lists.addUnsubscribe("a@x.org");
        }

        assertThat(send("to", "a@x.org, b@x.org", "text", "t").statusCode()).isEqualTo(200);

        assertThat(SIMULATOR.mailbox().all())
                .extracting(ReceivedMessage::recipient)
                .containsExactly("b@x.org");
        Map<String, Object> failed = events("&event=failed").get(0);
        assertThat(failed)
                .containsEntry("severity", "permanent")
                .containsEntry("reason", reason)
                .containsEntry("log-level", "error");
        assertThat(failed.get("delivery-status"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("code", code)
                .containsEntry("message", "")
                .containsEntry("description", description)
                .containsEntry("attempt-no", 1L);
    }

    @Test
    void anUnsubscribeFromATagStopsMailWithThisTagOnly() throws Exception {
        SIMULATOR.suppressions("example.com").addUnsubscribe("a@x.org", "news");

        send("to", "a@x.org", "text", "1", "o:tag", "bill");
        send("to", "a@x.org", "text", "2", "o:tag", "bill", "o:tag", "News");

        assertThat(SIMULATOR.mailbox().only("a@x.org").text()).isEqualTo("1");
    }

    @Test
    void aScheduledMessageArrivesWhenItsTimeHasComeByTheClock() throws Exception {
        send("to", "a@x.org", "text", "t", "o:deliverytime", "Fri, 23 Jan 2026 12:00:00 GMT");
        assertThat(SIMULATOR.mailbox().size()).isZero();
        assertThat(events("")).extracting(event -> event.get("event")).containsExactly("accepted");

        CLOCK.advance(Duration.ofHours(2));

        assertThat(SIMULATOR.mailbox().only("a@x.org").text()).isEqualTo("t");
    }

    @Test
    void deletingEnvelopesStopsWhatWaits() throws Exception {
        send("to", "a@x.org", "text", "t", "o:deliverytime", "Fri, 23 Jan 2026 12:00:00 GMT");

        assertThat(Caller.message(caller.delete("/v3/example.com/envelopes"))).isEqualTo("done");

        CLOCK.advance(Duration.ofHours(2));
        assertThat(SIMULATOR.mailbox().size()).isZero();
    }

    @Test
    void inTestModeNobodyGetsAnythingAndTheEventSaysSo() throws Exception {
        send("to", "a@x.org", "text", "t", "o:testmode", "yes");

        assertThat(SIMULATOR.mailbox().size()).isZero();
        assertThat(events("&event=delivered").get(0).get("delivery-status"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("code", 650L);
    }

    @Test
    void domainsThatMayNotSendSaySo() throws Exception {
        SIMULATOR.domains().addUnverified("new.org");
        HttpResponse<String> response =
                caller.form("POST", "/v3/new.org/messages", "from", "a@new.org", "to", "b@x.org", "text", "t");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Caller.message(response).toString()).startsWith("Domain new.org is not allowed to send: ");
    }

    @Test
    void aSendingKeyIsBoundToItsDomain() throws Exception {
        SIMULATOR.domains().add("other.org");
        String key = SIMULATOR.keys().addForDomain("example.com", "k").secret();
        Caller sending = Caller.at(SIMULATOR.baseUrl(), key);
        String[] form = {"from", "a@other.org", "to", "b@x.org", "text", "t"};

        assertThat(sending.form("POST", PATH, form).statusCode()).isEqualTo(200);
        assertThat(sending.form("POST", "/v3/other.org/messages", form).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsWhatIsLeftOfBothBudgets() throws Exception {
        HttpResponse<String> response = send("to", "a@x.org,b@x.org", "text", "t");

        assertThat(response.headers().firstValue("X-Recipient-Limit")).hasValue("1500");
        assertThat(response.headers().firstValue("X-Recipient-Remaining")).hasValue("1498");
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).isPresent();
        assertThat(response.headers().firstValueAsLong("X-RateLimit-Reset").getAsLong())
                .isGreaterThan(100_000_000_000L);
    }

    @Test
    void refusesRecipientsBeyondTheirBudget() throws Exception {
        String to = IntStream.range(0, 900).mapToObj(i -> i + "@x.org").collect(Collectors.joining(","));
        send("to", to, "text", "t");

        HttpResponse<String> response = send("to", to, "text", "t");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Caller.message(response).toString()).contains("try again after 60 seconds");
        assertThat(SIMULATOR.mailbox().size()).isEqualTo(900);
    }

    @Test
    void anEventLeadsToTheStoredMessageAtTheSimulatorItself() throws Exception {
        caller.send(
                "POST", PATH, BodyPublishers.ofString("""
                        --cut
                        Content-Disposition: form-data; name="from"

                        us@example.com
                        --cut
                        Content-Disposition: form-data; name="to"

                        a@x.org
                        --cut
                        Content-Disposition: form-data; name="text"

                        hello
                        --cut
                        Content-Disposition: form-data; name="attachment"; filename="a.txt"
                        Content-Type: text/plain

                        content
                        --cut--
                        """.replace("\n", "\r\n")), "multipart/form-data; boundary=cut");

        Map<String, Object> accepted = events("&event=accepted").get(0);
        String url = inner(accepted, "storage", "url");
        assertThat(url).startsWith(SIMULATOR.baseUrl());
        assertThat(inner(accepted, "message", "attachments")).contains("a.txt");
        Map<String, Object> stored = Caller.object(caller.get(url));
        assertThat(stored).containsEntry("body-plain", "hello").containsEntry("recipients", "a@x.org");
        List<Map<String, Object>> files = Caller.objects(caller.get(url), "attachments");
        assertThat(caller.get(String.valueOf(files.get(0).get("url"))).body()).isEqualTo("content");
        assertThat(String.valueOf(
                        Caller.object(caller.with("Accept", "message/rfc2822").get(url))
                                .get("body-mime")))
                .contains("Content-Type: multipart/mixed");
    }

    @Test
    void aStoredMessageCanBeSentAgainToOthers() throws Exception {
        send("to", "a@x.org", "text", "hello");
        String key = SIMULATOR.mailbox().only("a@x.org").storageKey();

        caller.multipart("POST", "/v3/domains/example.com/messages/" + key, "to", "b@x.org,c@x.org");

        assertThat(SIMULATOR.mailbox().only("c@x.org").text()).isEqualTo("hello");
        assertThat(caller.get("/v3/domains/example.com/messages/none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMimeMessageIsTakenApart() throws Exception {
        String mime = "From: us@example.com\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nX-Mailgun-Tag: t1\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain"
                + "\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+\r\n--b--\r\n";
        caller.send(
                "POST",
                PATH + ".mime",
                BodyPublishers.ofString(
                        "--cut\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\na@x.org\r\n--cut\r\n"
                                + "Content-Disposition: form-data; name=\"message\"; filename=\"m.eml\"\r\n\r\n" + mime
                                + "\r\n--cut--\r\n"),
                "multipart/form-data; boundary=cut");

        ReceivedMessage received = SIMULATOR.mailbox().only("a@x.org");
        assertThat(received.subject()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(received.text()).isEqualTo("plain");
        assertThat(received.html()).isEqualTo("<b>");
        assertThat(received.tags()).containsExactly("t1");
        assertThat(Caller.message(caller.multipart("POST", PATH + ".mime", "to", "a@x.org", "message", "text")))
                .isEqualTo("'message' parameter is not a file");
    }

    @Test
    void theQueuesOfADomainAreOpen() throws Exception {
        assertThat(Caller.object(caller.get("/v3/domains/example.com/sending_queues")))
                .containsOnlyKeys("regular", "scheduled");
    }

    @Test
    void aMailboxThatIsFullKeepsTheLatest() throws Exception {
        try (Simulator small = Simulator.builder().keepMessages(2, 1 << 20).start()) {
            small.domains().add("example.com");
            for (int i = 0; i < 5; i++) {
                Caller.of(small).form("POST", PATH, "from", "a@example.com", "to", "a@x.org", "text", "" + i);
            }

            assertThat(small.mailbox().all()).extracting(ReceivedMessage::text).containsExactly("3", "4");
        }
    }

    @Test
    void anAssertionThatFailsShowsWhatIsThere() throws Exception {
        send("to", "a@x.org", "text", "t");

        assertThatThrownBy(() -> SIMULATOR.mailbox().only("b@x.org"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("b@x.org should have got one message, but got 0")
                .hasMessageContaining("a@x.org: Hello");
    }
}
