package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The variables that the sender gave a message. Mailgun writes them as an object, as JSON in a text, as an empty list where there are none, or, where they
 * could not be read, as a text that says so.
 *
 * @param value as it was written
 */
public record UserVariables(@JsonValue Object value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserVariables {
        Objects.requireNonNull(value, "value");
    }

    /** The variables by name, whole numbers as {@code Long}, others as {@code BigDecimal}; empty where they could not be read. */
    public Map<String, Object> values() {
        Object read =
                readOrNull(value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(value));
        if (!(read instanceof Map<?, ?> object)) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((name, variable) -> {
            if (variable != null) {
                values.put(String.valueOf(name), variable);
            }
        });
        return values;
    }

    private static @Nullable Object readOrNull(byte[] json) {
        try {
            return Json.readAny(json);
        } catch (IllegalArgumentException notJson) {
            return null;
        }
    }
}
