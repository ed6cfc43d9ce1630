package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.contract.SmallHeapReceiver.Report;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.WebhookSignature;
import io.github.mailgunreactor.webhooks.WebhookType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The simulator delivers to a receiver in a JVM of its own with a heap of 64 MB, as fast as the two can. In each build it is enough to show that
 * nothing is lost; {@code -Dsoak=true} makes it 600,000 deliveries:
 *
 * <pre>mvn -ntp verify -pl contract -am -Dit.test=WebhooksScaleIT -Dsoak=true ...</pre>
 */
class WebhooksScaleIT {
    private static final String KEY = "a key of this test";
    private static final int EVENTS = Boolean.getBoolean("soak") ? 200_000 : 2_000;
    private static final int RECIPIENTS = 1000;
    private static final int MOST_PENDING = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void everyDeliveryIsHandledOnceAndMemoryStaysFlat() throws Exception {
        try (Simulator simulator = Simulator.builder()
                        .keepMessages(1000, 1 << 24)
                        .keepDeliveries(100)
                        .start();
                SmallHeapReceiver receiver = SmallHeapReceiver.start(simulator.signingKey());
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.domains().add("example.com");
            for (int i = 0; i < 3; i++) {
                new DomainWebhooksApi(mailgun)
                        .addUrl("example.com", receiver.url() + "?" + i, List.of(WebhookType.DELIVERED))
                        .block(PATIENCE);
            }

            send(mailgun, simulator, EVENTS / 2);
            Report half = receiver.report();
            long start = System.nanoTime();
            send(mailgun, simulator, EVENTS / 2);
            double seconds = (System.nanoTime() - start) / 1e9;
            Report end = receiver.report();
            tell(half, end, seconds);

            assertThat(simulator.deliveries().dropped()).isZero();
            assertThat(simulator.deliveries().count()).isEqualTo(3L * EVENTS);
            assertThat(end.handled()).isEqualTo(3L * EVENTS);
            assertThat(end.others()).isZero();
            assertThat(end.heapBytes()).isLessThan(half.heapBytes() + (8 << 20));
        }
    }

    @Test
    void anAttachmentOf100MegabytesPassesThrough() throws Exception {
        WebhookSignature signature = WebhookSignature.of(Secret.of(KEY), Instant.now(), "a-token");
        try (SmallHeapReceiver receiver = SmallHeapReceiver.start(KEY)) {
            assertThat(postAttachment(receiver, fields(signature))).isEqualTo(200);

            assertThat(receiver.report())
                    .returns(1L, Report::handled)
                    .returns(100L << 20, Report::fileBytes)
                    .returns(0L, Report::discarded);
        }
    }

    @Test
    void anAttachmentOf100MegabytesIsDiscardedWhereTheSignatureAfterItIsWrong() throws Exception {
        WebhookSignature signature = WebhookSignature.of(Secret.of("another key"), Instant.now(), "a-token");
        try (SmallHeapReceiver receiver = SmallHeapReceiver.start(KEY)) {
            assertThat(postAttachment(receiver, fields(signature))).isEqualTo(406);

            assertThat(receiver.report()).returns(0L, Report::handled).returns(1L, Report::discarded);
        }
    }

    private static List<String> fields(WebhookSignature signature) {
        return List.of(
                field("timestamp", signature.timestamp()),
                field("token", signature.token()),
                field("signature", signature.signature()));
    }

    private static String field(String name, @Nullable String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static int postAttachment(SmallHeapReceiver receiver, List<String> after)
            throws IOException, InterruptedException {
        byte[] megabyte = new byte[1 << 20];
        List<byte[]> body = Stream.of(
                        Stream.of(
                                bytes(
                                        "--cut\r\nContent-Disposition: form-data; name=\"attachment-1\"; filename=\"a\"\r\n\r\n")),
                        Stream.generate(() -> megabyte).limit(100),
                        Stream.of(bytes("\r\n")),
                        after.stream().map(WebhooksScaleIT::bytes),
                        Stream.of(bytes("--cut--\r\n")))
                .flatMap(pieces -> pieces)
                .toList();
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url()))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArrays(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(MailgunClient mailgun, Simulator simulator, int events) throws InterruptedException {
        String[] hidden = IntStream.range(1, RECIPIENTS)
                .mapToObj(i -> "customer-" + i + "@example.org")
                .toArray(String[]::new);
        Message message = Message.of("us@example.com")
                .to("customer@example.org")
                .bcc(hidden)
                .subject("Hello")
                .text("Hello");
        for (int sent = 0; sent < events; sent += RECIPIENTS) {
            new MessagesApi(mailgun).send("example.com", message).block(PATIENCE);
            awaitPending(simulator, MOST_PENDING);
        }
        awaitPending(simulator, 0);
    }

    private static void awaitPending(Simulator simulator, int most) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (simulator.deliveries().pending() > most) {
            assertThat(System.nanoTime()).as("deliveries come to an end").isLessThan(end);
            Thread.sleep(5);
        }
    }

    @SuppressWarnings("SystemOut") // the figures are what a soak is for
    private static void tell(Report half, Report end, double seconds) {
        long deliveries = end.handled() - half.handled();
        System.out.printf(
                Locale.ROOT,
                "%d deliveries in %.1f s, %.0f a second; the receiver took %.1f µs of CPU time for each; heap %d and %d KB%n",
                deliveries,
                seconds,
                deliveries / seconds,
                1000.0 * (end.cpuMillis() - half.cpuMillis()) / deliveries,
                half.heapBytes() >> 10,
                end.heapBytes() >> 10);
    }
}
