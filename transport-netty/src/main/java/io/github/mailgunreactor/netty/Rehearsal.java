package io.github.mailgunreactor.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import reactor.netty.NettyPipeline;

/**
 * A request and a response through the handlers of a connection, without a connection. Classes that do not fit each other fail
 * here, and are not logged by Netty while the call learns only that its connection was closed.
 */
final class Rehearsal {
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

    private Rehearsal() {}

    static void run() {
        EmbeddedChannel channel = new EmbeddedChannel();
        try {
            channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpClientCodec());
            channel.pipeline().addLast(NettyPipeline.HttpDecompressor, new HttpContentDecompressor(0));
            ResponseGuard.install(channel, 1024, 1024, true);
            channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
            channel.writeInbound(Unpooled.copiedBuffer(RESPONSE, StandardCharsets.US_ASCII));
        } finally {
            channel.finishAndReleaseAll();
        }
    }
}
