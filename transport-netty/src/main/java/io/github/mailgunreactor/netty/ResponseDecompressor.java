package io.github.mailgunreactor.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Netty's decompressor, to which a stream that stops halfway is whole, and what follows its end nothing. */
final class ResponseDecompressor extends HttpContentDecompressor {
    private final int maxBytes;
    private @Nullable Gunzip gunzip;
    private boolean begun;

    ResponseDecompressor(int maxBytes) {
        super(false, maxBytes);
        this.maxBytes = maxBytes;
    }

    @Override
    protected @Nullable EmbeddedChannel newContentDecoder(String contentEncoding) {
        begun = false;
        gunzip = null;
        if (!contentEncoding.equalsIgnoreCase("gzip") && !contentEncoding.equalsIgnoreCase("x-gzip")) {
            return null;
        }
        Gunzip created = new Gunzip(maxBytes);
        gunzip = created;
        return new EmbeddedChannel(created);
    }

    @Override
    protected void decode(ChannelHandlerContext context, HttpObject message, List<Object> out) throws Exception {
        Gunzip decoder = gunzip;
        if (decoder == null || !(message instanceof HttpContent content)) {
            super.decode(context, message, out);
            return;
        }
        begun |= content.content().isReadable();
        if (!(message instanceof LastHttpContent last)) {
            super.decode(context, message, out);
            return;
        }
        super.decode(context, new DefaultHttpContent(last.content()), out);
        if (begun && !decoder.isClosed()) {
            throw new BrokenResponseException("its compressed content is cut short");
        }
        super.decode(context, new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER, last.trailingHeaders()), out);
        gunzip = null;
    }

    /** Refuses what follows the end of the stream, which would be dropped without a word. */
    private static final class Gunzip extends JdkZlibDecoder {
        Gunzip(int maxBytes) {
            super(ZlibWrapper.GZIP, false, maxBytes);
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
            if (isClosed() && in.isReadable()) {
                throw new BrokenResponseException("its compressed content is followed by something else");
            }
            super.decode(context, in, out);
        }
    }
}
