package io.github.mailgunreactor.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {
    private static final byte[] BODY =
            "--limit\r\nContent-Disposition: form-data; name=\"role\"\r\n\r\nadmin\r\n--limit--\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void readsTheSameWhereverABodyIsCutOnItsWay() {
        for (int cut = 1; cut < BODY.length; cut++) {
            HttpHeaders headers = new DefaultHttpHeaders().add("Content-Type", "multipart/form-data; boundary=limit");
            MultipartReader reader = new MultipartReader(headers, 1024, null);
            reader.offer(Unpooled.wrappedBuffer(BODY, 0, cut));
            reader.offer(Unpooled.wrappedBuffer(BODY, cut, BODY.length - cut));

            assertThat(reader.finish().form().first("role"))
                    .as("cut before byte %d", cut)
                    .isEqualTo("admin");
            reader.release();
        }
    }
}
