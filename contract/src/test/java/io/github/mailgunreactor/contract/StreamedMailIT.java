package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.routes.NewRoute;
import io.github.mailgunreactor.routes.RouteAction;
import io.github.mailgunreactor.routes.RouteExpression;
import io.github.mailgunreactor.routes.RoutesApi;
import io.github.mailgunreactor.simulator.IncomingMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.webhooks.FileSink;
import io.github.mailgunreactor.webhooks.FormDelivery;
import io.github.mailgunreactor.webhooks.InboundMessage;
import io.github.mailgunreactor.webhooks.IncomingFile;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attachments of incoming mail go to a sink while they arrive, in every server there is a module for. */
class StreamedMailIT {
    private static final String PATH = "/mail";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<InboundMessage> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
    private final Map<String, Long> sums = new ConcurrentHashMap<>();

    /** Keeps nothing but a sum over what it was given. */
    private final FileSink sink = new FileSink() {
        @Override
        public Mono<String> write(IncomingFile file, Flux<ByteBuffer> content) {
            return content.doOnError(broken -> givenUp.add(file.field()))
                    .doOnCancel(() -> givenUp.add(file.field()))
                    .collect(CRC32::new, CRC32::update)
                    .map(sum -> {
                        sums.put(file.field(), sum.getValue());
                        return "sum-of-" + file.field();
                    });
        }

        @Override
        public Mono<Void> discard(String place) {
            return Mono.fromRunnable(() -> sums.remove(place.substring("sum-of-".length())));
        }
    };

    private WebhookReceiver receiver(String key) {
        return WebhookReceiver.of(WebhookVerifier.of(Secret.of(key)).maxBytes(64 * 1024), delivery -> {
                    messages.add(requireNonNull(((FormDelivery) delivery).inboundMessage()));
                    return Mono.empty();
                })
                .files(sink, 32 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void attachmentsOfAForwardedMessageAreWhereTheSinkPutThem(WebhookServer.Kind kind) throws Exception {
        byte[] film = new byte[3 << 20];
        new Random(1).nextBytes(film);
        CRC32 sum = new CRC32();
        sum.update(film);
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build();
                WebhookServer server = kind.start(0, PATH, receiver(simulator.signingKey()))) {
            simulator.domains().add("example.com");
            new RoutesApi(mailgun)
                    .create(NewRoute.of(RouteExpression.catchAll(), RouteAction.forward(server.url(PATH))))
                    .block(SOON);

            simulator.receive(IncomingMessage.of("ann@example.org", "films@example.com")
                    .subject("A film")
                    .attachment("film.mp4", "video/mp4", film));

            InboundMessage message = requireNonNull(messages.poll(SOON.toSeconds(), TimeUnit.SECONDS));
            assertThat(message.subject()).isEqualTo("A film");
            assertThat(message.attachments()).singleElement().satisfies(file -> {
                assertThat(file.filename()).isEqualTo("film.mp4");
                assertThat(file.size()).isEqualTo(film.length);
                assertThat(file.place()).isEqualTo("sum-of-attachment-1");
            });
            assertThat(sums).containsEntry("attachment-1", sum.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAttachmentThatStopsInTheMiddleIsGivenUp(WebhookServer.Kind kind) throws Exception {
        WebhookReceiver hasty = receiver("key").bodyTimeout(Duration.ofMillis(300));
        try (WebhookServer server = kind.start(0, PATH, hasty);
                Socket socket = beginning(server)) {
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());

            assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
            assertThat(givenUp.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("attachment-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAttachmentWhoseConnectionBreaksIsGivenUp(WebhookServer.Kind kind) throws Exception {
        try (WebhookServer server = kind.start(0, PATH, receiver("key"))) {
            beginning(server).close();

            assertThat(givenUp.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("attachment-1");
        }
    }

    /** Sends a form up to the middle of its file. */
    private static Socket beginning(WebhookServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) SOON.toMillis());
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=cut\r\n"
                + "Content-Length: 1000000\r\n\r\n--cut\r\n"
                + "Content-Disposition: form-data; name=\"attachment-1\"; filename=\"a\"\r\n\r\n";
        socket.getOutputStream().write((head + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
