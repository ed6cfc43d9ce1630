package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.UnreadableResponseException;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.context.Context;

/**
 * Says what a failure below means for the exchange. A cause is kept only where its kind is known to hold addresses and
 * errors of the system; a decoder's message may repeat what the server sent.
 */
final class Failures {
    /** The status to name where the response's head could not be read. */
    private static final int NO_STATUS = 0;

    private static final Logger LOG = Loggers.getLogger(Failures.class);

    private static final int DEEPEST_CAUSE = 10;

    private Failures() {}

    static Throwable of(HttpExchange<?> exchange, @Nullable NettyResponseHead head, Throwable failure) {
        if (failure instanceof MailgunException) {
            return failure;
        }
        Error error = find(failure, Error.class);
        if (error != null) {
            return error;
        }
        if (find(failure, SSLException.class) != null) {
            return noResponse(exchange, failure);
        }
        BrokenResponseException broken = find(failure, BrokenResponseException.class);
        if (broken == null && !(failure instanceof DecoderException)) {
            return noResponse(exchange, failure);
        }
        String problem = broken == null ? "its encoding is broken" : String.valueOf(broken.getMessage());
        return new UnreadableResponseException(
                exchange.request.operationName(), head == null ? NO_STATUS : head.status(), problem);
    }

    static NoResponseException noResponse(HttpExchange<?> exchange, Throwable failure) {
        Reason reason = reason(exchange, failure);
        boolean sent = exchange.sent() && reason != Reason.CONNECT_FAILED;
        return new NoResponseException(exchange.request, reason, sent, presentable(failure));
    }

    static NoResponseException lost(HttpExchange<?> exchange, @Nullable Throwable failure) {
        return new NoResponseException(
                exchange.request,
                Reason.CONNECTION_LOST,
                exchange.sent(),
                failure == null ? null : presentable(failure));
    }

    static UnreadableResponseException unreadable(HttpExchange<?> exchange, NettyResponseHead head, String problem) {
        return new UnreadableResponseException(exchange.request.operationName(), head.status(), problem);
    }

    private static Reason reason(HttpExchange<?> exchange, Throwable failure) {
        if (exchange.transport.isClosing()) {
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
        return exchange.channel() != null ? Reason.CONNECTION_LOST : Reason.CONNECT_FAILED;
    }

    /** By name, as the pool's exceptions are shaded into a package of Reactor Netty that may change its name. */
    private static boolean isQueueFull(Throwable failure) {
        return failure.getClass().getSimpleName().equals("PoolAcquirePendingLimitException");
    }

    private static @Nullable Throwable presentable(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof AbortedException
                        || isQueueFull(cause))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type) != null;
    }

    /** Netty adds to a closed channel, as suppressed, the handshake it interrupted. */
    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        return causes(failure)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }

    /** What the reader threw, as the subscriber may see it. An error of the JVM or class path is no error of the response. */
    static Throwable ofReader(HttpExchange<?> exchange, NettyResponseHead head, Throwable failure) {
        return failure instanceof MailgunException || failure instanceof Error
                ? failure
                : unreadable(exchange, head, "the reader failed");
    }

    /**
     * Takes what a subscriber threw, against the rules of Reactive Streams or because its class path is broken. It must
     * not reach the connection, the timer or another call.
     */
    static void dropped(Throwable thrown, Context context) {
        try {
            Operators.onErrorDropped(thrown, context);
        } catch (Throwable hook) {
            LOG.error("a subscriber threw", thrown);
        }
    }
}
