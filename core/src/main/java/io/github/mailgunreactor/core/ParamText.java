package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.internal.WireDate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A parameter's value as the text of a query or form field. */
final class ParamText {
    private ParamText() {}

    static String of(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof OpenValue open) {
            return open.value();
        }
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Instant instant) {
            return WireDate.format(instant);
        }
        if (value instanceof Params
                || value instanceof Map<?, ?>
                || value instanceof Record
                || value instanceof List<?>) {
            return new String(JsonMapping.LENIENT.write(value), StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException("parameter " + name + " cannot be sent as text: it is a "
                + value.getClass().getSimpleName());
    }
}
