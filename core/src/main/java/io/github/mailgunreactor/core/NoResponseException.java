package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.core.transport.TransportRequest;
import org.jspecify.annotations.Nullable;

/** The server gave no response, or not all of it. */
public final class NoResponseException extends MailgunException {
    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The host name has no address. */
        HOST_NOT_FOUND("the host name could not be resolved", false),
        /** No connection within the connect timeout, or it was refused. */
        CONNECT_FAILED("no connection could be made", false),
        /** The server's certificate or protocol was not acceptable, or it did not accept ours. */
        TLS_FAILED("the TLS handshake failed", false),
        /** As many calls are waiting for a connection as the pool allows, or one waited longer than it may. */
        POOL_EXHAUSTED("no connection of the pool became free", false),
        /** {@link RateLimiter} knows that the rate limit has no room for the call before its deadline. */
        RATE_LIMITED("the rate limit leaves no room for the call in its time", false),
        /** The connection ended before the response did. */
        CONNECTION_LOST("the connection was lost before the response was complete", true),
        /** The response was not complete within its time. */
        TIMED_OUT("no complete response arrived in time", true),
        /**
         * The publisher or file of the request's body failed. The server has a request without its end and closes in error, but
         * HTTP allows it to act on what it has got: once a byte has left, {@link #requestSent()} is true.
         */
        BODY_FAILED("the request body could not be read", true),
        /** The client was closed. */
        CLOSED("the client is closed", false);

        private final String text;
        private final boolean afterSending;

        Reason(String text, boolean afterSending) {
            this.text = text;
            this.afterSending = afterSending;
        }
    }

    private final Reason reason;
    private final boolean requestSent;

    /**
     * For a failure whose reason tells whether the request was sent.
     *
     * @param operation method and path template
     */
    public NoResponseException(String operation, Reason reason, @Nullable Throwable cause) {
        this(operation, reason, reason.afterSending, cause);
    }

    /**
     * For a failure of which is known whether the request was sent, but not where to.
     *
     * @param operation method and path template
     * @param requestSent {@code false} only where no byte of the request can have left
     */
    public NoResponseException(String operation, Reason reason, boolean requestSent, @Nullable Throwable cause) {
        this(operation, "", reason, requestSent, cause);
    }

    /**
     * For a failure of a request, of which the transport knows whether it was sent.
     *
     * @param requestSent {@code false} only where no byte of the request can have left
     */
    public NoResponseException(
            TransportRequest request, Reason reason, boolean requestSent, @Nullable Throwable cause) {
        this(request.operationName(), asked(request.region(), reason), reason, requestSent, cause);
    }

    /**
     * For a failure of an operation, as interceptors and tests make it.
     *
     * @param requestSent {@code false} only where no byte of the request can have left
     */
    public NoResponseException(
            Operation operation, Region region, Reason reason, boolean requestSent, @Nullable Throwable cause) {
        this(operation.toString(), asked(region, reason), reason, requestSent, cause);
    }

    private NoResponseException(
            String operation, String where, Reason reason, boolean requestSent, @Nullable Throwable cause) {
        super(operation, reason.text + where + (requestSent ? "" : "; the request was not sent"), cause);
        this.reason = reason;
        this.requestSent = requestSent;
    }

    /** Names the server, where the reason has to do with it. */
    private static String asked(Region region, Reason reason) {
        if (reason == Reason.BODY_FAILED || reason == Reason.RATE_LIMITED || reason == Reason.CLOSED) {
            return "";
        }
        int port = region.port();
        boolean usual = port == (region.scheme().equals("https") ? 443 : 80);
        return " (asked " + region.host() + (usual ? "" : ":" + port) + ")";
    }

    public Reason reason() {
        return reason;
    }

    /**
     * Whether the server may have received the request and acted on it. {@code false} is certain: in no attempt of the call
     * did a byte leave that Mailgun did not refuse to act on (with status 429 or 420), and repeating any call is safe.
     */
    public boolean requestSent() {
        return requestSent;
    }

    /** The name of the reason, such as {@code "TIMED_OUT"}. */
    @Override
    public String errorType() {
        return reason.name();
    }

    @Override
    public boolean isTransient() {
        return reason != Reason.CLOSED && reason != Reason.TLS_FAILED && reason != Reason.BODY_FAILED;
    }
}
