package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

/**
 * Says what a failure below means for the call. A cause is kept only where its kind is known to hold addresses and
 * errors of the system; a decoder's message may repeat what the server sent.
 */
final class Failures {
    /** The status to name where the response's head could not be read. */
    private static final int NO_STATUS = 0;

    private static final int DEEPEST_CAUSE = 10;

    private Failures() {}

    static MailgunException of(HttpExchange<?> call, @Nullable NettyResponseHead head, Throwable failure) {
        if (failure instanceof MailgunException known) {
            return known;
        }
        if (has(failure, SSLException.class) || !isUnreadable(failure)) {
            return noResponse(call, failure);
        }
        if (head != null) {
            return unreadable(call, head, "its encoding is broken");
        }
        boolean tooLong =
                has(failure, TooLongHttpHeaderException.class) || has(failure, TooLongHttpLineException.class);
        String problem = tooLong
                ? "its head is larger than " + call.transport.settings().maxHeaderBytes() + " bytes"
                : "its head is not HTTP";
        return new UnreadableResponseException(call.operationName(), NO_STATUS, problem);
    }

    /** Anything but a failure of the system while a response was read: the decoder did not understand the server. */
    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof DecoderException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException;
    }

    static NoResponseException noResponse(HttpExchange<?> call, Throwable failure) {
        Reason reason = reason(call, failure);
        boolean sent = call.sent() && reason != Reason.CONNECT_FAILED;
        return new NoResponseException(call.request, reason, sent, presentable(failure));
    }

    static NoResponseException lost(HttpExchange<?> call, @Nullable Throwable failure) {
        return new NoResponseException(
                call.request, Reason.CONNECTION_LOST, call.sent(), failure == null ? null : presentable(failure));
    }

    static UnreadableResponseException unreadable(HttpExchange<?> call, NettyResponseHead head, String problem) {
        return new UnreadableResponseException(call.operationName(), head.status(), problem);
    }

    private static Reason reason(HttpExchange<?> call, Throwable failure) {
        if (call.transport.isClosing()) {
            return Reason.CLOSED;
        }
        if (failure instanceof TimeoutException || isQueueFull(failure)) {
            return Reason.POOL_EXHAUSTED;
        }
        if (has(failure, UnknownHostException.class)) {
            return Reason.HOST_NOT_FOUND;
        }
        if (has(failure, SSLException.class)) {
            return Reason.TLS_FAILED;
        }
        // A proxy refuses after the request was handed to the connection, which holds it back until then.
        if (has(failure, ConnectException.class)) {
            return Reason.CONNECT_FAILED;
        }
        return call.connected() ? Reason.CONNECTION_LOST : Reason.CONNECT_FAILED;
    }

    /** By name, as the pool's exceptions are shaded into a package of Reactor Netty that may change its name. */
    private static boolean isQueueFull(Throwable failure) {
        return failure.getClass().getSimpleName().equals("PoolAcquirePendingLimitException");
    }

    private static @Nullable Throwable presentable(Throwable failure) {
        Throwable candidate = failure;
        for (int depth = 0; candidate != null && depth < DEEPEST_CAUSE; depth++) {
            if (candidate instanceof IOException
                    || candidate instanceof TimeoutException
                    || candidate instanceof AbortedException
                    || isQueueFull(candidate)) {
                return candidate;
            }
            candidate = candidate.getCause();
        }
        return null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable candidate = failure;
        for (int depth = 0; candidate != null && depth < DEEPEST_CAUSE; depth++) {
            if (type.isInstance(candidate)) {
                return true;
            }
            // Netty adds to a closed channel, as suppressed, the handshake it interrupted.
            for (Throwable suppressed : candidate.getSuppressed()) {
                if (type.isInstance(suppressed)) {
                    return true;
                }
            }
            candidate = candidate.getCause();
        }
        return false;
    }
}
