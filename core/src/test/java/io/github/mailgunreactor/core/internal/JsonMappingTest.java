package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a record to say what it is. */
class JsonMappingTest {
    private final JsonMapping mapping = new JsonMapping(false);

    record Open(Map<String, Object> values) {}

    @Test
    void readsAnyJsonIntoTheTypesOfJava() {
        assertThat(readAny("[1,2.50,\"x\",true,{\"a\":null}]")).hasToString("[1, 2.50, x, true, {a=null}]");
        assertThat(readAny("[1,2.50]")).isEqualTo(List.of(1L, new BigDecimal("2.50")));
        assertThat(readAny("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"values\":{\"a\":7340e99999999999}}", "{\"values\":{\"a\":[7340e-99999999999]}}"})
    void aNumberThatNobodyCanHoldIsAProblemThatDoesNotQuoteIt(String json) {
        byte[] bytes = bytes(json);

        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> readAny(json))
                .withMessage("a value that is missing or of another type than expected");
        for (Class<?> type : List.of(Open.class, Object.class, Map.class)) {
            assertThatExceptionOfType(JsonProblem.class)
                    .isThrownBy(() -> mapping.read(type, null, bytes, 0, bytes.length))
                    .withMessageStartingWith("a value that is missing or of another type than expected")
                    .withMessageNotContaining("7340");
        }
    }

    @Test
    void nothingIsNoObject() {
        byte[] bytes = bytes("null");

        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> mapping.read(Open.class, null, bytes, 0, bytes.length))
                .withMessage("null where an object should be");
    }

    private @Nullable Object readAny(String json) {
        byte[] bytes = bytes(json);
        return mapping.readAny(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
