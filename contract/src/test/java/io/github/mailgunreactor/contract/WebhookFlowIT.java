package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.simulator.RecordedDelivery;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.webhooks.AlertDelivery;
import io.github.mailgunreactor.webhooks.DomainWebhooksApi;
import io.github.mailgunreactor.webhooks.EventDelivery;
import io.github.mailgunreactor.webhooks.RefusedDelivery;
import io.github.mailgunreactor.webhooks.RejectedDeliveryException;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.github.mailgunreactor.webhooks.WebhookDelivery;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.github.mailgunreactor.webhooks.WebhookType;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** From a message that our client sends to a handler that Mailgun tells of it, over sockets, in every server there is a module for. */
class WebhookFlowIT {
    private static final String PATH = "/hooks/mailgun-7f3a";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.builder()
            .retryDeliveriesAfter(
                    Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1))
            .start();
    private final MailgunClient mailgun = MailgunClient.builder(simulator.key())
            .region(Region.at(simulator.baseUrl()))
            .build();
    private final Map<String, Integer> handled = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<WebhookReply> replies = new ConcurrentLinkedQueue<>();
    private final ReplayGuard guard = ReplayGuard.inMemory();

    @AfterEach
    void close() {
        mailgun.close();
        simulator.close();
    }

    private WebhookReceiver receiver() {
        WebhookVerifier verifier =
                WebhookVerifier.of(Secret.of(simulator.signingKey())).maxBytes(64 * 1024);
        return WebhookReceiver.of(verifier, this::handle)
                .guard(guard)
                .timeout(Duration.ofMillis(500))
                .bodyTimeout(Duration.ofMillis(400))
                .listener(replies::add);
    }

    /** Who is told of what, by the local part of the address: fails so often, or will never take it. */
    private Mono<Void> handle(WebhookDelivery delivery) {
        if (delivery instanceof AlertDelivery) {
            handled.merge("alert", 1, Integer::sum);
            return Mono.empty();
        }
        String recipient =
                Objects.requireNonNull(((EventDelivery) delivery).event().recipient());
        int times = handled.merge(recipient, 1, Integer::sum);
        if (recipient.startsWith("never")) {
            return Mono.error(new RejectedDeliveryException("not ours"));
        }
        return recipient.startsWith("twice") && times <= 2
                ? Mono.error(new IllegalStateException("not yet"))
                : recipient.startsWith("slow") && times == 1 ? Mono.never() : Mono.empty();
    }

    private void register(String url) {
        simulator.domains().add("example.com");
        new DomainWebhooksApi(mailgun)
                .addUrl("example.com", url, List.of(WebhookType.DELIVERED))
                .block(PATIENCE);
    }

    private void send(String recipient) {
        new MessagesApi(mailgun)
                .send(
                        "example.com",
                        Message.of("us@example.com")
                                .to(recipient)
                                .subject("Hello")
                                .text("Hello"))
                .block(PATIENCE);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(simulator.deliveries().toString()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private List<Integer> statuses(String recipient) {
        return simulator.deliveries().all().stream()
                .filter(delivery -> delivery.text().contains(recipient))
                .flatMap(delivery -> delivery.statuses().stream())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsHandledUntilItIsDoneAndNoneAfterItWasRejected(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            register(server.url(PATH));

            send("once@x.org");
            send("twice@x.org");
            send("never@x.org");
            send("slow@x.org");
            await(() -> simulator.deliveries().count() == 4
                    && simulator.deliveries().pending() == 0);

            assertThat(statuses("once@x.org")).containsExactly(200);
            assertThat(statuses("twice@x.org")).containsExactly(500, 500, 200);
            assertThat(statuses("never@x.org")).containsExactly(406);
            assertThat(statuses("slow@x.org")).containsExactly(503, 200);
            assertThat(handled)
                    .containsOnly(
                            Map.entry("once@x.org", 1),
                            Map.entry("twice@x.org", 3),
                            Map.entry("never@x.org", 1),
                            Map.entry("slow@x.org", 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplayIsNotHandledAgain(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            register(server.url(PATH));
            send("once@x.org");
            await(() -> simulator.deliveries().count() == 1
                    && simulator.deliveries().pending() == 0);

            simulator
                    .deliveries()
                    .redeliver(simulator.deliveries().only("delivered").id());
            await(() -> statuses("once@x.org").size() == 2);

            assertThat(statuses("once@x.org")).containsExactly(200, 200);
            assertThat(handled).containsOnly(Map.entry("once@x.org", 1));
            assertThat(replies).last().extracting(WebhookReply::outcome).isEqualTo(WebhookReply.Outcome.REPEATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsHandledAfterTheServerWasAway(WebhookServer.Kind kind) throws Exception {
        int port;
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            port = server.port();
            register(server.url(PATH));
        }
        send("once@x.org");
        await(() -> statuses("once@x.org").contains(0));

        try (WebhookServer restarted = kind.start(port, PATH, receiver())) {
            await(() -> simulator.deliveries().pending() == 0);

            RecordedDelivery delivery =
                    simulator.deliveries().to(restarted.url(PATH)).get(0);
            assertThat(delivery.state()).isEqualTo(RecordedDelivery.State.DONE);
            assertThat(handled).containsOnly(Map.entry("once@x.org", 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAlertIsReceivedWhereWebhooksAreAndItsUrlCanBeChecked(WebhookServer.Kind kind) throws Exception {
        Secret key = Secret.of("key-of-the-alerts");
        WebhookVerifier verifier =
                WebhookVerifier.of(Secret.of(simulator.signingKey())).alertKeys(key);
        String body =
                "{\"signature\": {\"timestamp\": %d, \"token\": \"t\"}, \"event_data\": {\"event\": \"ip_listed\"}}"
                        .formatted(System.currentTimeMillis() / 1000);
        try (WebhookServer server = kind.start(0, PATH, WebhookReceiver.of(verifier, this::handle))) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(PATH)));

            assertThat(client.send(request.GET().build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            HttpRequest alert = request.header("Content-Type", "application/json")
                    .header("X-Sign", Hmac.hex(key.reveal(), body))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(alert, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThat(handled).containsOnly(Map.entry("alert", 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyBeyondTheBoundIsRefusedBeforeItHasArrived(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            assertThat(answerTo(server, 100_000_000, "x".repeat(200_000))).startsWith("HTTP/1.1 406");
            assertThat(replies).extracting(WebhookReply::refusal).containsExactly(RefusedDelivery.Reason.TOO_LARGE);
            assertThat(handled).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatDoesNotComeIsGivenUp(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            assertThat(answerTo(server, 1000, "{\"signature\"")).startsWith("HTTP/1.1 503");
            assertThat(replies).extracting(WebhookReply::outcome).containsExactly(WebhookReply.Outcome.TIMED_OUT);
            assertThat(handled).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyInManyPiecesIsRead(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver())) {
            assertThat(answerTo(server, 60_000, "x".repeat(60_000))).startsWith("HTTP/1.1 406");
            assertThat(replies).extracting(WebhookReply::refusal).containsExactly(RefusedDelivery.Reason.UNREADABLE);
        }
    }

    /** Says that so many bytes come, sends these, and reads the line of status. */
    private static String answerTo(WebhookServer server, long length, String content) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String head = "POST " + PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                    + length + "\r\n\r\n";
            socket.getOutputStream().write((head + content).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(line, StandardCharsets.US_ASCII);
        }
    }
}
