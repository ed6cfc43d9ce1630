package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.KEY;
import static io.github.mailgunreactor.webhooks.Deliveries.TIMESTAMP;
import static io.github.mailgunreactor.webhooks.Deliveries.TOKEN;
import static io.github.mailgunreactor.webhooks.Deliveries.bytes;
import static io.github.mailgunreactor.webhooks.Deliveries.hmac;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import reactor.core.publisher.Flux;

/** A form as a route posts it, part by part in any order. */
final class MultipartForm {
    static final String TYPE = "multipart/form-data; boundary=cut";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** One whose signature comes first. */
    static MultipartForm signed() {
        return new MultipartForm().signature(hmac(KEY, TIMESTAMP + TOKEN));
    }

    /** One whose signature was made with another key. */
    static MultipartForm forged() {
        return new MultipartForm().signature(hmac("another key", TIMESTAMP + TOKEN));
    }

    MultipartForm signature(String signature) {
        return field("timestamp", TIMESTAMP).field("token", TOKEN).field("signature", signature);
    }

    MultipartForm field(String name, String value) {
        bytes.writeBytes(
                bytes("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        return this;
    }

    MultipartForm file(String name, byte[] content) {
        bytes.writeBytes(bytes("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + ".bin\"\r\nContent-Type: image/png\r\n\r\n"));
        bytes.writeBytes(content);
        bytes.writeBytes(bytes("\r\n"));
        return this;
    }

    /** All that was written, without an end. */
    byte[] open() {
        return bytes.toByteArray();
    }

    byte[] ended() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(open());
        all.writeBytes(bytes("--cut--\r\n"));
        return all.toByteArray();
    }

    /** The whole form in pieces of so many bytes, whose buffers are spoilt once they have been read, as a server's are. */
    Flux<ByteBuffer> pieces(int size) {
        return pieces(ended(), size);
    }

    static Flux<ByteBuffer> pieces(byte[] body, int size) {
        return Flux.range(0, (body.length + size - 1) / size).concatMap(i -> {
            byte[] piece = Arrays.copyOfRange(body, i * size, Math.min(body.length, (i + 1) * size));
            return Flux.just(ByteBuffer.wrap(piece)).doAfterTerminate(() -> Arrays.fill(piece, (byte) '#'));
        });
    }
}
