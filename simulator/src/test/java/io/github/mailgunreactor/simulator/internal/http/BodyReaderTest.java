package io.github.mailgunreactor.simulator.internal.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class BodyReaderTest {
    private static final HttpHeaders HEADERS =
            new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "multipart/form-data; boundary=cut");
    private static final byte[] BODY = """
            --cut\r
            Content-Disposition: form-data; name="address"\r
            \r
            /@example.com\r
            --cut\r
            Content-Disposition: form-data; name="file"; filename="a.csv"\r
            Content-Type: text/csv\r
            \r
            address\r
            a@example.com\r
            \r
            --cut\r
            Content-Disposition: form-data; name="tags"\r
            \r
            *\r
            --cut--\r
            """.getBytes(StandardCharsets.UTF_8);

    private final BodyReader reader = new BodyReader(64 * 1024);

    @Test
    void readsAFieldThatArrivesInTwoPiecesWhereverItIsCut() {
        for (int cut = 0; cut <= BODY.length; cut++) {
            ByteArrayOutputStream received = new ByteArrayOutputStream();

            ReceivedBody body = requireNonNull(reader.read(HEADERS, pieces(cut), (field, name, chunk, last) -> {
                        byte[] copy = new byte[chunk.remaining()];
                        chunk.get(copy);
                        received.writeBytes(copy);
                    })
                    .block());

            assertThat(body.form().first("address")).as("cut at " + cut).isEqualTo("/@example.com");
            assertThat(body.form().first("tags")).as("cut at " + cut).isEqualTo("*");
            assertThat(received.toString(StandardCharsets.UTF_8))
                    .as("cut at " + cut)
                    .isEqualTo("address\r\na@example.com\r\n");
        }
    }

    private static Flux<ByteBuf> pieces(int cut) {
        return Flux.just(Unpooled.copiedBuffer(BODY, 0, cut), Unpooled.copiedBuffer(BODY, cut, BODY.length - cut));
    }
}
