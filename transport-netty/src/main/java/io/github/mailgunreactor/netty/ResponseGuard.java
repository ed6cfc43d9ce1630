package io.github.mailgunreactor.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;

/**
 * Keeps a response from reaching a request it does not belong to. Interim answers (1xx) are dropped, for Reactor Netty
 * takes all but 100 for the final one. A response nobody asked for closes the connection: one that comes while the
 * connection is idle, or in the same bytes as the end of the response before.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the pipeline reports what fails
final class ResponseGuard extends ChannelDuplexHandler {
    private static final String NAME = "mailgun.responseGuard";

    private boolean awaiting;
    private boolean decoding;
    private boolean requestedWhileDecoding;
    private boolean interim;
    private boolean closed;

    static void install(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) == null) {
            return;
        }
        ResponseGuard guard = new ResponseGuard();
        pipeline.addAfter(NettyPipeline.HttpCodec, NAME, guard);
        pipeline.addBefore(NettyPipeline.HttpCodec, NAME + ".bytes", guard.new Bytes());
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest) {
            awaiting = true;
            requestedWhileDecoding = decoding;
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closed) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpResponse response && isInterim(response)) {
            interim = true;
            drop(context, message);
        } else if (interim) {
            drop(context, message);
        } else if (message instanceof HttpResponse && (!awaiting || requestedWhileDecoding)) {
            closed = true;
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            if (message instanceof LastHttpContent) {
                awaiting = false;
            }
            context.fireChannelRead(message);
        }
    }

    private static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    private void drop(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            interim = false;
            context.read();
        }
        ReferenceCountUtil.release(message);
    }

    /** Sees where the bytes of one read begin and end. */
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            decoding = true;
            requestedWhileDecoding = false;
            try {
                context.fireChannelRead(message);
            } finally {
                decoding = false;
                requestedWhileDecoding = false;
            }
        }
    }
}
