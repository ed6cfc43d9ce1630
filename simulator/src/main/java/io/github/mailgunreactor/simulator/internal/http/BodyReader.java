package io.github.mailgunreactor.simulator.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the body of a request by its content type, holding no more of it in memory than the bound. */
public final class BodyReader {
    private final int maxBytesInMemory;

    public BodyReader(int maxBytesInMemory) {
        this.maxBytesInMemory = maxBytesInMemory;
    }

    /**
     * Reads a body; files go to the sink where the route has one, into memory otherwise.
     *
     * @param buffers the body as it arrives; they are released by whoever emits them
     * @param files takes the content of files; {@code null} keeps them in memory
     */
    Mono<ReceivedBody> read(HttpHeaders headers, Flux<ByteBuf> buffers, @Nullable FileSink files) {
        String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        if (contentType.startsWith("multipart/")) {
            return Mono.defer(() -> {
                MultipartReader multipart = new MultipartReader(headers, maxBytesInMemory, files);
                return buffers.doOnNext(multipart::offer).then(Mono.fromSupplier(multipart::finish));
            });
        }
        Mono<byte[]> bytes = collected(buffers);
        if (contentType.startsWith("application/x-www-form-urlencoded")) {
            return bytes.map(BodyReader::formOrJson);
        }
        return bytes.map(ReceivedBody::bytes);
    }

    /** Some clients call JSON a form, for want of another content type; no encoded form begins with a brace. */
    private static ReceivedBody formOrJson(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{")
                ? ReceivedBody.bytes(bytes)
                : ReceivedBody.form(Parameters.parse(text), List.of());
    }

    /** Reads a body as it is, whatever its content type says. */
    Mono<ReceivedBody> readAsBytes(Flux<ByteBuf> buffers) {
        return collected(buffers).map(ReceivedBody::bytes);
    }

    private Mono<byte[]> collected(Flux<ByteBuf> buffers) {
        return Mono.defer(() -> {
            ByteArrayOutputStream collected = new ByteArrayOutputStream();
            return buffers.doOnNext(buffer -> {
                        int length = buffer.readableBytes();
                        if (length > maxBytesInMemory - collected.size()) {
                            throw tooLarge();
                        }
                        byte[] copy = new byte[length];
                        buffer.readBytes(copy);
                        collected.writeBytes(copy);
                    })
                    .then(Mono.fromSupplier(collected::toByteArray));
        });
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large");
    }
}
