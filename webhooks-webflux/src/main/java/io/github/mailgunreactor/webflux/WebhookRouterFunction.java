package io.github.mailgunreactor.webflux;

import io.github.mailgunreactor.webhooks.WebhookReceiver;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Receives webhooks in Spring WebFlux:
 *
 * <pre>{@code
 * @Bean
 * RouterFunction<ServerResponse> webhooks(WebhookReceiver receiver) {
 *     return WebhookRouterFunction.at("/hooks/mailgun-7f3a", receiver);
 * }
 * }</pre>
 *
 * <p>It reads the body itself, bounded by {@link WebhookReceiver#maxBytes}: what Spring bounds codecs by does not apply. Nothing else may
 * have read it before, such as a filter that looks for form fields.
 */
public final class WebhookRouterFunction {
    private WebhookRouterFunction() {}

    /**
     * A route for webhooks, alerts and what routes forward: POST to a path, and GET, by which Mailgun checks the URL of alerts.
     *
     * @param path where the application takes it, best one that nobody can guess
     */
    public static RouterFunction<ServerResponse> at(String path, WebhookReceiver receiver) {
        Objects.requireNonNull(receiver, "receiver");
        return RouterFunctions.route()
                .POST(path, request -> receive(receiver, request))
                .GET(path, request -> ServerResponse.ok().build())
                .build();
    }

    private static Mono<ServerResponse> receive(WebhookReceiver receiver, ServerRequest request) {
        return receiver.receive(
                        request.headers().firstHeader("Content-Type"),
                        request.headers().firstHeader(WebhookReceiver.SIGN),
                        pieces(request.body(BodyExtractors.toDataBuffers())))
                .flatMap(reply -> ServerResponse.status(reply.status()).build());
    }

    private static Flux<ByteBuffer> pieces(Flux<DataBuffer> buffers) {
        return buffers.map(buffer -> {
            try {
                byte[] bytes = new byte[buffer.readableByteCount()];
                buffer.read(bytes);
                return ByteBuffer.wrap(bytes);
            } finally {
                DataBufferUtils.release(buffer);
            }
        });
    }
}
