package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.routes.NewRoute;
import io.github.mailgunreactor.routes.RouteAction;
import io.github.mailgunreactor.routes.RouteExpression;
import io.github.mailgunreactor.routes.RoutesApi;
import io.github.mailgunreactor.simulator.IncomingMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.webhooks.FormDelivery;
import io.github.mailgunreactor.webhooks.InboundMessage;
import io.github.mailgunreactor.webhooks.Verification;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes made by one module, run by the simulator, read by another module: through the JDK's server in between. */
class IncomingMailIT {
    private static final String ADDRESS = "o'hara+sales@example.com";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Simulator simulator = Simulator.start();
    private final MailgunClient mailgun = MailgunClient.builder(simulator.key())
            .region(Region.at(simulator.baseUrl()))
            .build();
    private final WebhookVerifier verifier = WebhookVerifier.of(Secret.of(simulator.signingKey()));
    private final BlockingQueue<Verification> received = new LinkedBlockingQueue<>();
    private final IncomingMessage order = IncomingMessage.of("ann@example.org", ADDRESS)
            .subject("Grüße")
            .text("Ten, please")
            .html("<p>Ten, <img src=\"cid:logo\"></p>")
            .header("X-Kind", "order")
            .inline("logo", "logo ö.png", "image/png", new byte[] {0, 1, 2, (byte) 0xff});
    private HttpServer application;

    @BeforeEach
    void start() throws Exception {
        simulator.domains().add("example.com");
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            received.add(verifier.verify(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
    }

    @AfterEach
    void close() {
        application.stop(0);
        mailgun.close();
        simulator.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + application.getAddress().getPort() + path;
    }

    private void route(RouteExpression expression, RouteAction action) {
        new RoutesApi(mailgun).create(NewRoute.of(expression, action)).block(SOON);
    }

    private InboundMessage posted() throws InterruptedException {
        FormDelivery delivery =
                (FormDelivery) requireNonNull(received.poll(SOON.toSeconds(), TimeUnit.SECONDS), "nothing was posted");
        return requireNonNull(delivery.inboundMessage());
    }

    @Test
    void whatARouteForwardsIsVerifiedAndReadWhole() throws Exception {
        route(
                RouteExpression.allOf(
                        RouteExpression.matchAddress(ADDRESS), RouteExpression.matchHeader("X-Kind", "or.er")),
                RouteAction.forward(url("/mail")));

        assertThat(simulator.receive(order).accepted()).isTrue();

        InboundMessage message = posted();
        assertThat(message.recipient()).isEqualTo(ADDRESS);
        assertThat(message.sender()).isEqualTo("ann@example.org");
        assertThat(message.subject()).isEqualTo("Grüße");
        assertThat(message.bodyPlain()).isEqualTo("Ten, please");
        assertThat(message.bodyHtml()).containsExactly("<p>Ten, <img src=\"cid:logo\"></p>");
        assertThat(message.headers()).contains(new InboundMessage.Header("X-Kind", "order"));
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.filename()).isEqualTo("logo ö.png");
            assertThat(file.content()).containsExactly(0, 1, 2, 0xff);
        });
    }

    @Test
    void aWholeMessageIsPostedWhereTheUrlEndsInMime() throws Exception {
        route(RouteExpression.catchAll(), RouteAction.forward(url("/mail-mime")));

        simulator.receive(order);

        assertThat(posted().bodyMime()).contains("Subject: =?UTF-8?B?", "X-Kind: order", "multipart/mixed");
    }

    @Test
    void whatARouteStoresIsFetchedWhereTheNotificationSays() throws Exception {
        route(RouteExpression.matchRecipient(".*@example\\.com"), RouteAction.store(url("/stored")));

        simulator.receive(order);

        InboundMessage notified = posted();
        assertThat(notified.storedAttachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("logo ö.png");
            assertThat(file.size()).isEqualTo(4);
        });
        assertThat(new MessagesApi(mailgun)
                        .getStored(requireNonNull(notified.messageUrl()))
                        .block(SOON))
                .satisfies(stored -> assertThat(stored.subject()).isEqualTo("Grüße"));
    }

    @Test
    void aMessageWithAnotherSignatureIsNotVerified() throws Exception {
        route(RouteExpression.catchAll(), RouteAction.forward(url("/mail")));
        assertThat(verifier.verify(
                        "application/x-www-form-urlencoded",
                        "recipient=a&timestamp=1&token=t&signature=s".getBytes(StandardCharsets.UTF_8)))
                .isNotInstanceOf(FormDelivery.class);

        simulator.receive(order);

        assertThat(posted().sender()).isEqualTo("ann@example.org");
    }
}
