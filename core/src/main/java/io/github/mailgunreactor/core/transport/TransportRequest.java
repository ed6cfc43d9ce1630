package io.github.mailgunreactor.core.transport;

import io.github.mailgunreactor.core.Headers;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Region;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as a transport sends it: everything is encoded, nothing is left to decide. Its {@code toString} shows
 * method and path template only, so that it may be logged.
 */
public final class TransportRequest {
    private final Method method;
    private final Region region;
    private final String template;
    private final String target;
    private final Headers headers;
    private final TransportBody body;
    private final @Nullable Duration timeout;

    /**
     * Puts a request together.
     *
     * @param method the HTTP method
     * @param region gives scheme, host, port and path prefix of the server
     * @param template the path template, for errors, logs and metrics
     * @param target path and query as they go on the wire, percent-encoded, after the region's prefix
     * @param headers every header to send except {@code Host}, {@code Content-Type}, {@code Content-Length} and
     *     {@code Transfer-Encoding}, which follow from the region and the body
     * @param body the body, {@link TransportBody#NONE} where there is none
     * @param timeout how long the whole exchange may take, from subscription to the last byte, waiting for a connection
     *     included; {@code null} for no bound but the transport's own
     */
    public TransportRequest(
            Method method,
            Region region,
            String template,
            String target,
            Headers headers,
            TransportBody body,
            @Nullable Duration timeout) {
        this.method = Objects.requireNonNull(method, "method must not be null");
        this.region = Objects.requireNonNull(region, "region must not be null");
        this.template = Objects.requireNonNull(template, "template must not be null");
        this.target = Objects.requireNonNull(target, "target must not be null");
        this.headers = Objects.requireNonNull(headers, "headers must not be null");
        this.body = Objects.requireNonNull(body, "body must not be null");
        this.timeout = timeout;
    }

    public Method method() {
        return method;
    }

    public Region region() {
        return region;
    }

    public String template() {
        return template;
    }

    public String target() {
        return target;
    }

    public Headers headers() {
        return headers;
    }

    public TransportBody body() {
        return body;
    }

    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Method and path template, such as {@code GET /v3/{domain}/bounces}: what may be shown of a request. */
    public String operationName() {
        return method + " " + template;
    }

    @Override
    public String toString() {
        return operationName();
    }
}
