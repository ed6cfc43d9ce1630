package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.TransportBody;
import io.github.mailgunreactor.core.TransportRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
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
        HttpExchange<?> call = outgoing.currentContextView().get(HttpExchange.KEY);
        Channel channel = ((reactor.netty.Connection) outbound).channel();
        if (!channel.isActive()) {
            return Mono.error(AbortedException.beforeSend());
        }
        if (!call.connected(channel)) {
            // Cancelled just now: whoever cancels may still be about to dispose of this connection.
            channel.close();
            return Mono.error(AbortedException.beforeSend());
        }
        TransportRequest request = call.request;
        TransportBody body = request.body();
        HttpHeaders headers = outgoing.requestHeaders();
        headers.remove(HttpHeaderNames.USER_AGENT);
        headers.remove(HttpHeaderNames.ACCEPT);
        request.headers().forEach(headers::add);
        String contentType = body.contentType();
        if (contentType != null) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
        boolean small = body.inMemory() && body.length() <= LARGEST_MESSAGE;
        BodySender sender = small ? null : new BodySender(call, channel, body);
        if (sender != null && !sender.check()) {
            return Mono.error(AbortedException.beforeSend());
        }
        WireLog log = call.transport.wireLog();
        if (log != null) {
            log.sent(request, headers);
        }
        call.sending(sender);
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

    private static ByteBuf inOnePiece(TransportBody body) {
        int count = body.segments().size();
        byte[][] arrays = new byte[count][];
        for (int i = 0; i < count; i++) {
            arrays[i] = ((TransportBody.Bytes) body.segments().get(i)).bytes();
        }
        return Unpooled.wrappedBuffer(arrays);
    }
}
