package io.github.mailgunreactor.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        }
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // a text block would hide the line ends, which matter
    void keepsEveryCharacterOfANameAndAFileName() {
        ReceivedBody body = read("--limit\r\nContent-Disposition: form-data; name=\"o:tag\"\r\n\r\nx\r\n--limit\r\n"
                + "Content-Disposition: form-data; name=\"attachment\"; filename=\"a; b=\\\"c\\\", d:\u00e9.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhello\r\n--limit--\r\n");

        assertThat(body.form().first("o:tag")).isEqualTo("x");
        assertThat(body.files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("a; b=\"c\", d:\u00e9.txt");
            assertThat(file.contentType()).isEqualTo("text/plain");
            assertThat(file.content()).asString().isEqualTo("hello");
        });
    }

    @Test
    void takesForContentWhatOnlyBeginsLikeTheDelimiter() {
        ReceivedBody body = read("--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "\r\n--limitless\r\n-\r\n--limi\r\n--limit--");

        assertThat(body.form().first("a")).isEqualTo("\r\n--limitless\r\n-\r\n--limi");
    }

    @Test
    void refusesABodyThatDoesNotEnd() {
        assertThatThrownBy(() -> read("--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--limit"))
                .isInstanceOf(Refusal.class);
    }

    private static ReceivedBody read(String text) {
        MultipartReader reader = new MultipartReader(
                new DefaultHttpHeaders().add("Content-Type", "multipart/form-data; boundary=\"limit\""), 4096, null);
        reader.offer(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
        return reader.finish();
    }
}
