package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/** The request that tests of this module send, and its response as text. */
final class Exchanges {
    static final String KEY = "key-0123456789abcdef";
    static final String TEMPLATE = "/v3/{domain}/bounces/{address}";
    static final String TARGET = "/v3/example.com/bounces/someone%40example.com";

    private Exchanges() {}

    static TransportRequest get(Region region) {
        Headers headers = Headers.NONE.with("Authorization", "Basic " + KEY).with("User-Agent", "test");
        return new TransportRequest(Method.GET, region, TEMPLATE, TARGET, headers, TransportBody.NONE, null);
    }

    static Mono<String> text(NettyTransport transport, Region region) {
        return text(transport, get(region));
    }

    static Mono<String> text(NettyTransport transport, TransportRequest request) {
        return transport.exchange(
                request, (head, body, offset, length) -> new String(body, offset, length, StandardCharsets.UTF_8));
    }
}
