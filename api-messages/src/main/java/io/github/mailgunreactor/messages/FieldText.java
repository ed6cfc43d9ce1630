package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.Params;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values as the texts that they travel as, checked when they are set. */
final class FieldText {
    /** The length of a date as of RFC 2822. */
    private static final int DATE = "Fri, 14 Oct 2011 12:00:00 +0000".length();

    private FieldText() {}

    /** A text, number or boolean as it is; maps, lists and records as JSON. */
    static String of(String name, Object value) {
        Objects.requireNonNull(value, name);
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        Object checked = Objects.requireNonNull(Params.NONE.with(name, value).first(name));
        return new String(Json.write(checked), StandardCharsets.UTF_8);
    }

    /** A map as a JSON object. */
    static String json(String name, Map<String, ?> values) {
        return of(name, Objects.requireNonNull(values, name));
    }

    /** The length of all names and values in UTF-8. */
    static int bytes(Params params) {
        int[] sum = {0};
        params.forEach((name, value) -> {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            values.forEach(one -> sum[0] += bytes(name) + (one instanceof Instant ? DATE : bytes(one.toString())));
        });
        return sum[0];
    }

    /** The length in UTF-8. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
