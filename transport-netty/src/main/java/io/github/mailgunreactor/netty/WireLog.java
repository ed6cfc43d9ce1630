package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Logs the traffic at DEBUG under {@code io.github.mailgunreactor.netty.wire}: method and path template, status, header
 * names, the values of headers that hold no secret, and how many bytes came. It shows no expanded path and no body, for
 * both hold addresses of people, and responses hold keys and passwords.
 */
final class WireLog {
    /** The values that are shown. Naming these, and not the secret ones, keeps a new secret header secret. */
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-encoding",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "host",
            "keep-alive",
            "retry-after",
            "server",
            "transfer-encoding",
            "user-agent",
            "vary",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-request-id");

    private final Logger log = Loggers.getLogger("io.github.mailgunreactor.netty.wire");

    void sent(TransportRequest request, HttpHeaders headers) {
        if (log.isDebugEnabled()) {
            log.debug("> {}{}", request.operationName(), describe(headers));
        }
    }

    void received(TransportRequest request, NettyResponseHead head) {
        if (log.isDebugEnabled()) {
            log.debug("< {} answered {}{}", request.operationName(), head.status(), describe(head.headers()));
        }
    }

    void received(TransportRequest request, int bytes) {
        if (log.isDebugEnabled()) {
            log.debug("< {} sent {} bytes", request.operationName(), bytes);
        }
    }

    private static String describe(HttpHeaders headers) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            text.append("\n  ").append(name).append(": ");
            if (SHOWN.contains(name.toLowerCase(Locale.ROOT))) {
                text.append(header.getValue());
            } else {
                text.append('<').append(header.getValue().length()).append(" characters>");
            }
        }
        return text.toString();
    }
}
