package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.NettyOutbound;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/**
 * One server's client, configured once: Reactor Netty copies its configuration for each thing that is set, so a call
 * sets the target and nothing else. Headers and body are found through the call in the connection's context.
 */
final class Server {
    /** A body up to this size goes out with its headers in one message. */
    private static final int LARGEST_MESSAGE = 64 * 1024;

    private final Map<Method, HttpClient.ResponseReceiver<?>> receivers = new EnumMap<>(Method.class);
    private final String prefix;

    Server(HttpClient client, String prefix) {
        this.prefix = prefix;
        for (Method method : Method.values()) {
            receivers.put(
                    method, client.request(HttpMethod.valueOf(method.name())).send(Server::send));
        }
    }

    HttpClient.ResponseReceiver<?> receiver(TransportRequest request) {
        String target = prefix.isEmpty() ? request.target() : prefix + request.target();
        return Objects.requireNonNull(receivers.get(request.method())).uri(target);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to be closed
    private static Publisher<Void> send(HttpClientRequest outgoing, NettyOutbound outbound) {
        HttpExchange<?> exchange = outgoing.currentContextView().get(HttpExchange.KEY);
        Channel channel = ((reactor.netty.Connection) outbound).channel();
        if (!channel.isActive()) {
            return Mono.error(AbortedException.beforeSend());
        }
        if (!exchange.connected(channel)) {
            // Cancelled just now: whoever cancels may still be about to dispose of this connection.
            channel.close();
            return Mono.error(AbortedException.beforeSend());
        }
        return ResponseGuard.hasBeenUsed(channel)
                ? sendAfterReading(exchange, channel, outgoing, outbound)
                : send(exchange, channel, outgoing, outbound);
    }

    /**
     * Sends on a connection that was idle, once all has been read that came meanwhile: bytes that nobody asked for, or
     * the end of the connection. Either way the request has then not been sent.
     */
    private static Mono<Void> sendAfterReading(
            HttpExchange<?> exchange, Channel channel, HttpClientRequest outgoing, NettyOutbound outbound) {
        return new Mono<Void>() {
            // A task that is scheduled by a task runs in the loop's next round, and a round begins with reading.
            @Override
            @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
            public void subscribe(CoreSubscriber<? super Void> actual) {
                EventLoop loop = channel.eventLoop();
                channel.read();
                loop.execute(() -> loop.schedule(() -> sendTo(actual), 0, TimeUnit.NANOSECONDS));
            }

            private void sendTo(CoreSubscriber<? super Void> actual) {
                if (!exchange.isWanted() || !channel.isActive()) {
                    Operators.error(actual, AbortedException.beforeSend());
                } else {
                    Mono.from(send(exchange, channel, outgoing, outbound)).subscribe(actual);
                }
            }
        };
    }

    private static Publisher<Void> send(
            HttpExchange<?> exchange, Channel channel, HttpClientRequest outgoing, NettyOutbound outbound) {
        TransportRequest request = exchange.request;
        TransportBody body = request.body();
        HttpHeaders headers = outgoing.requestHeaders();
        try {
            setHeaders(headers, request);
        } catch (IllegalArgumentException refused) {
            exchange.fail(new IllegalArgumentException(
                    request.operationName() + ": a header has a value that HTTP does not allow"));
            return Mono.error(AbortedException.beforeSend());
        }
        boolean small = body.inMemory() && body.length() <= LARGEST_MESSAGE;
        BodySender sender = small ? null : new BodySender(exchange, channel, body);
        if (sender != null && !sender.check()) {
            return Mono.error(AbortedException.beforeSend());
        }
        WireLog log = exchange.transport.wireLog();
        if (log != null) {
            log.sent(request, headers);
        }
        exchange.sending(sender);
        if (sender != null) {
            if (body.length() >= 0) {
                headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length());
                headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            } else {
                headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
            }
            return outbound.then().then(sender);
        }
        return body.segments().isEmpty() ? outbound : outbound.sendObject(inOnePiece(body));
    }

    private static void setHeaders(HttpHeaders headers, TransportRequest request) {
        headers.remove(HttpHeaderNames.USER_AGENT);
        headers.remove(HttpHeaderNames.ACCEPT);
        request.headers().forEach(headers::add);
        String contentType = request.body().contentType();
        if (contentType != null) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
    }

    private static ByteBuf inOnePiece(TransportBody body) {
        int count = body.segments().size();
        byte[][] arrays = new byte[count][];
        for (int i = 0; i < count; i++) {
            arrays[i] = ((TransportBody.Bytes) body.segments().get(i)).bytes();
        }
        return Unpooled.wrappedBuffer(arrays);
    }
}
