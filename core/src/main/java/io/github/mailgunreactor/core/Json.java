package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.internal.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the client reads and writes it: for applications that keep responses, and for tests. Mind that {@link Secret}s
 * are written in clear.
 */
public final class Json {
    private Json() {}

    /** Writes a record under its wire names and without nulls, or maps, lists and scalars, as UTF-8. */
    public static byte[] write(Object value) {
        return JsonMapping.LENIENT.write(Objects.requireNonNull(value, "value must not be null"));
    }

    /**
     * Reads a record, passing over fields that it does not have.
     *
     * @throws IllegalArgumentException if the bytes are not JSON, or lack what the record requires
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return JsonMapping.LENIENT.read(
                    Objects.requireNonNull(type, "type must not be null"), null, json, 0, json.length);
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException("cannot read the JSON: " + problem.getMessage());
        }
    }

    /**
     * Reads a record from a text with the fields that matter, such as a test's:
     *
     * <pre>{@code
     * Bounce bounce = Json.read("{\"address\": \"ann@example.com\", \"code\": \"550\"}", Bounce.class);
     * }</pre>
     *
     * @throws IllegalArgumentException if the text is not JSON, or lacks what the record requires
     */
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /**
     * Reads any JSON into maps, lists, strings, longs, big decimals, booleans and null.
     *
     * @throws IllegalArgumentException if the bytes are not JSON
     */
    public static @Nullable Object readAny(byte[] json) {
        try {
            return JsonMapping.LENIENT.readAny(json, 0, json.length);
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException("cannot read the JSON: " + problem.getMessage());
        }
    }
}
