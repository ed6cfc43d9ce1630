package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first and the last character of each length in UTF-8, which random texts seldom have. */
class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "007F, %7F",
        "0080, %C2%80",
        "07FF, %DF%BF",
        "0800, %E0%A0%80",
        "D7FF, %ED%9F%BF",
        "E000, %EE%80%80",
        "FFFF, %EF%BF%BF",
        "10000, %F0%90%80%80",
        "10FFFF, %F4%8F%BF%BF",
        "007E, ~",
        "002B, %2B"
    })
    void encodesTheBytesOfUtf8(String code, String encoded) {
        String text = "a" + Character.toString(Integer.parseInt(code, 16)) + "b";
        String expected = "a" + encoded + "b";
        byte[] bytes = new byte[expected.length()];
        StringBuilder appended = new StringBuilder("x=");

        PercentEncoding.append(appended, text);

        assertThat(PercentEncoding.encode(text)).isEqualTo(expected);
        assertThat(PercentEncoding.length(text)).isEqualTo(expected.length());
        assertThat(PercentEncoding.encode(text, bytes, 0)).isEqualTo(expected.length());
        assertThat(bytes).isEqualTo(expected.getBytes(StandardCharsets.US_ASCII));
        assertThat(appended).hasToString("x=" + expected);
    }
}
