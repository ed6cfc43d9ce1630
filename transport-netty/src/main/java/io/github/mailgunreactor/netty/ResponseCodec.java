package io.github.mailgunreactor.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.ByteToMessageDecoder.Cumulator;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Netty's HTTP codec for clients, made of the same two halves, since that one is final: it also tells whether it has bytes
 * left, and takes none that nobody asked for. No request of ours is a HEAD or CONNECT, for which the original keeps count.
 */
final class ResponseCodec extends CombinedChannelDuplexHandler<HttpResponseDecoder, HttpRequestEncoder> {
    private final ResponseGuard guard;
    private final Unread unread = new Unread();

    ResponseCodec(ResponseGuard guard, int maxHeaderBytes) {
        super(
                new HttpResponseDecoder(new HttpDecoderConfig()
                        .setMaxInitialLineLength(maxHeaderBytes)
                        .setMaxHeaderSize(maxHeaderBytes)),
                new HttpRequestEncoder());
        this.guard = guard;
        inboundHandler().setCumulator(unread);
    }

    /** Whether bytes have come that are part of no message yet. */
    boolean hasUnread() {
        return unread.any();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (guard.isAwaiting()) {
            super.channelRead(context, message);
            return;
        }
        boolean any = message instanceof ByteBuf bytes && bytes.isReadable();
        ReferenceCountUtil.release(message);
        if (any) {
            guard.receivedUnasked(context);
        }
    }

    /** Gathers bytes as a decoder does by default, and remembers where. */
    static final class Unread implements Cumulator {
        private @Nullable ByteBuf gathered;

        @Override
        public ByteBuf cumulate(io.netty.buffer.ByteBufAllocator allocator, ByteBuf earlier, ByteBuf in) {
            ByteBuf all = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, earlier, in);
            gathered = all;
            return all;
        }

        boolean any() {
            ByteBuf bytes = gathered;
            return bytes != null && bytes.refCnt() > 0 && bytes.isReadable();
        }
    }
}
