package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed responses, in whatever pieces they come. */
class ResponseDecompressorTest {
    private static final String TEXT = "{\"message\": \"Queued. Thank you.\"}";

    private final EmbeddedChannel channel = new EmbeddedChannel(new ResponseDecompressor(100_000));

    @AfterEach
    @SuppressWarnings("FutureReturnValueIgnored") // an embedded channel closes at once
    void close() {
        // Not finish, which would throw once more what a test has seen.
        channel.close();
        channel.releaseInbound();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void head(String encoding) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set("Content-Encoding", encoding);
        channel.writeInbound(response);
    }

    private void piece(byte[] bytes, int from, int to) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(Arrays.copyOfRange(bytes, from, to))));
    }

    private void last(byte... bytes) {
        channel.writeInbound(new DefaultLastHttpContent(Unpooled.copiedBuffer(bytes)));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpContent content) {
                text.append(content.content().toString(StandardCharsets.UTF_8));
                content.release();
            }
            if (message instanceof LastHttpContent) {
                text.append('.');
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void aResponseIsReadInWhateverPiecesItComes(String encoding) throws IOException {
        byte[] bytes = gzip(TEXT);
        for (int cut = 1; cut < bytes.length; cut++) {
            head(encoding);
            piece(bytes, 0, cut);
            last(Arrays.copyOfRange(bytes, cut, bytes.length));

            assertThat(text()).isEqualTo(TEXT + ".");
        }
    }

    @Test
    void aPieceIsReadAsItComes() throws IOException {
        byte[] bytes = gzip(TEXT);
        head("gzip");

        piece(bytes, 0, bytes.length);

        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void aResponseWithoutContentIsNoneThatIsCutShort() {
        head("gzip");
        last();

        assertThat(text()).isEqualTo(".");
    }

    @Test
    void aResponseThatIsCutShortIsBroken() throws IOException {
        byte[] bytes = gzip(TEXT);
        head("gzip");
        piece(bytes, 0, bytes.length - 1);

        assertThatThrownBy(this::last).hasStackTraceContaining("its compressed content is cut short");
    }

    @Test
    void aResponseThatGoesOnAfterItsEndIsBroken() throws IOException {
        byte[] bytes = gzip(TEXT);
        head("gzip");
        piece(bytes, 0, bytes.length);

        assertThatThrownBy(() -> last((byte) 'x'))
                .hasStackTraceContaining("its compressed content is followed by something else");
    }

    @Test
    void theNextResponseOfTheConnectionIsReadAsItIs() throws IOException {
        byte[] bytes = gzip(TEXT);
        head("gzip");
        piece(bytes, 0, bytes.length);
        last();
        assertThat(text()).isEqualTo(TEXT + ".");

        head("identity");
        last("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(text()).isEqualTo("{}.");
    }
}
