package io.github.mailgunreactor.benchmarks;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestEncoder;
import io.netty.handler.codec.http.multipart.MemoryFileUpload;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies as Netty's own encoder makes them, drained as a channel would. */
final class NettyEncoder {
    private static final HttpDataFactory MEMORY = new DefaultHttpDataFactory(false);

    private NettyEncoder() {}

    /** Encodes and throws away; returns the number of bytes. */
    static long encode(Map<String, String> fields, boolean multipart, byte @Nullable [] bytes, @Nullable File file) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v3/messages");
        try {
            HttpPostRequestEncoder encoder = new HttpPostRequestEncoder(MEMORY, request, multipart);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                encoder.addBodyAttribute(field.getKey(), field.getValue());
            }
            if (file != null) {
                encoder.addBodyFileUpload("attachment", "big.bin", file, "application/octet-stream", false);
            }
            if (bytes != null) {
                MemoryFileUpload upload = new MemoryFileUpload(
                        "attachment",
                        "big.bin",
                        "application/octet-stream",
                        "binary",
                        StandardCharsets.UTF_8,
                        bytes.length);
                upload.setContent(io.netty.buffer.Unpooled.wrappedBuffer(bytes));
                encoder.addBodyHttpData(upload);
            }
            HttpRequest finished = encoder.finalizeRequest();
            long length = 0;
            if (finished instanceof FullHttpRequest whole) {
                length = whole.content().readableBytes();
                whole.release();
            } else {
                while (!encoder.isEndOfInput()) {
                    HttpContent content = encoder.readChunk(ByteBufAllocator.DEFAULT);
                    if (content != null) {
                        length += content.content().readableBytes();
                        content.release();
                    }
                }
            }
            encoder.cleanFiles();
            return length;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
