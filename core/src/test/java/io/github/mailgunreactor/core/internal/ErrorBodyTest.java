package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"first\",{\"message\":\"second\"},7]|first; second; 7",
                "[\"cut|[\"cut",
                "\"a text\"|a text",
                "1e3|1e3",
                "null|null",
                "[]|"
            })
    void findsTheWordsInAListATextOrNoJsonAtAll(String body, @Nullable String message) {
        assertThat(read(body).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999"})
    void isReadAlsoWhereItHasANumberThatNobodyCanHold(String number) {
        String body = "{\"message\":\"too much\",\"limit\":" + number + "}";

        assertThat(read(body)).isEqualTo(new ErrorBody(body, body, Map.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"60|60", "\" 60 \"|60", "\"soon\"|", "1.5|", "true|", "null|"})
    void saysHowLongToWaitWhereThatIsANumberOfSeconds(String json, @Nullable Long seconds) {
        assertThat(read("{\"retry-seconds\":" + json + "}").retrySeconds()).isEqualTo(seconds);
    }

    @Test
    void keepsAsMuchTextAsIsBound() {
        String longest = "x".repeat(ErrorBody.LONGEST_BODY);

        assertThat(read(longest).raw()).isEqualTo(longest);
        assertThat(read(longest + "y").raw()).isEqualTo(longest);
    }

    private static ErrorBody read(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ErrorBody.read(bytes, 0, bytes.length, SecretMask.NONE);
    }
}
