package io.github.mailgunreactor.netty.webhooks;

import io.github.mailgunreactor.webhooks.WebhookReceiver;
import java.util.Objects;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Receives webhooks in an HTTP server of Reactor Netty:
 *
 * <pre>{@code
 * HttpServer.create().route(WebhookServerRoutes.at("/hooks/mailgun-7f3a", receiver))
 * }</pre>
 */
public final class WebhookServerRoutes {
    private WebhookServerRoutes() {}

    /**
     * Routes for webhooks, alerts and what routes forward: POST to a path, and GET, by which Mailgun checks the URL of alerts.
     *
     * @param path where the application takes it, best one that nobody can guess
     */
    public static Consumer<HttpServerRoutes> at(String path, WebhookReceiver receiver) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(receiver, "receiver");
        return routes -> routes.post(path, (request, response) -> receive(receiver, request, response))
                .get(path, (request, response) -> response.status(200).send());
    }

    private static Mono<Void> receive(
            WebhookReceiver receiver, HttpServerRequest request, HttpServerResponse response) {
        return receiver.receive(
                        request.requestHeaders().get("Content-Type"),
                        request.requestHeaders().get(WebhookReceiver.SIGN),
                        request.receive().asByteBuffer())
                .flatMap(reply -> response.status(reply.status()).send());
    }
}
