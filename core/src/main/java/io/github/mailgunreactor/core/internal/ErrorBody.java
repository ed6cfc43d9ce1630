package io.github.mailgunreactor.core.internal;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error response says. Mailgun's come in many shapes: JSON objects with the text under one of several
 * names, or with a field and its value, or with an error or a list of them, a JSON string, plain text, an HTML page, nothing. Whatever
 * bytes arrive, reading them succeeds, and credentials that they repeat are masked.
 *
 * @param raw the body as text, bounded
 * @param message the text meant for people, on one line, or {@code null}
 * @param details the scalar fields of a JSON object
 * @param retrySeconds how long to wait before the next attempt, where the body says so
 */
public record ErrorBody(
        String raw,
        @Nullable String message,
        Map<String, String> details,
        @Nullable Long retrySeconds) implements Serializable {
    static final int LONGEST_MESSAGE = 500;
    static final int LONGEST_BODY = 64 * 1024;
    private static final long serialVersionUID = 1L;
    private static final int MOST_ERRORS = 5;
    private static final List<String> MESSAGE_NAMES =
            List.of("message", "Message", "error", "Error", "Reason", "reason", "Description", "description");

    public static ErrorBody read(byte[] body, int offset, int length, SecretMask mask) {
        // Some more than is kept, so that no secret is cut in two before it is masked.
        int bounded = Math.min(length, LONGEST_BODY + mask.longest());
        String whole = mask.apply(new String(body, offset, bounded, StandardCharsets.UTF_8));
        String raw = whole.substring(0, Math.min(whole.length(), LONGEST_BODY));
        String text = raw.strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return new ErrorBody(raw, null, Map.of(), null);
        }
        if (text.startsWith("{") || text.startsWith("\"") || text.startsWith("[")) {
            try {
                return fromJson(raw, JsonMapping.LENIENT.readAny(body, offset, Math.min(length, LONGEST_BODY)), mask);
            } catch (JsonProblem notJson) {
                return new ErrorBody(raw, oneLine(text, mask), Map.of(), null);
            }
        }
        return new ErrorBody(raw, oneLine(text, mask), Map.of(), null);
    }

    private static ErrorBody fromJson(String raw, @Nullable Object json, SecretMask mask) {
        if (json instanceof List<?> list) {
            return new ErrorBody(raw, listed(list, mask), Map.of(), null);
        }
        if (!(json instanceof Map<?, ?> object)) {
            return new ErrorBody(raw, json == null ? null : oneLine(json.toString(), mask), Map.of(), null);
        }
        Map<String, String> details = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (isScalar(value)) {
                details.put(oneLine(String.valueOf(name), mask), oneLine(value.toString(), mask));
            }
        });
        String message = MESSAGE_NAMES.stream()
                .map(details::get)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElseGet(() -> otherwise(details, object, mask));
        return new ErrorBody(raw, message, Map.copyOf(details), seconds(object.get("retry-seconds")));
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static @Nullable String otherwise(Map<String, String> details, Map<?, ?> object, SecretMask mask) {
        String field = details.get("Field");
        if (field != null) {
            return oneLine(field + ": " + details.getOrDefault("Value", "invalid"), mask);
        }
        if (object.get("errors") instanceof List<?> list) {
            return listed(list, mask);
        }
        String nested = object.get("error") instanceof Map<?, ?> error ? text(error) : null;
        return nested == null ? null : oneLine(nested, mask);
    }

    private static @Nullable String listed(List<?> list, SecretMask mask) {
        String joined = list.stream()
                .map(ErrorBody::text)
                .filter(Objects::nonNull)
                .limit(MOST_ERRORS)
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? null : oneLine(joined, mask);
    }

    private static @Nullable String text(@Nullable Object entry) {
        if (entry instanceof Map<?, ?> object) {
            return MESSAGE_NAMES.stream()
                    .map(object::get)
                    .filter(ErrorBody::isScalar)
                    .map(Object::toString)
                    .findFirst()
                    .orElse(null);
        }
        return isScalar(entry) ? String.valueOf(entry) : null;
    }

    private static @Nullable Long seconds(@Nullable Object value) {
        if (value instanceof Long seconds) {
            return seconds;
        }
        try {
            return value instanceof String text ? Long.valueOf(text.strip()) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /**
     * Bounded, and without what would break a log line or turn its reading round: control, format (bidirectional marks among
     * them) and line separator characters become spaces.
     */
    private static String oneLine(String text, SecretMask mask) {
        String masked = mask.apply(text);
        StringBuilder line = new StringBuilder(Math.min(masked.length(), LONGEST_MESSAGE));
        for (int i = 0; i < masked.length(); ) {
            int c = masked.codePointAt(i);
            i += Character.charCount(c);
            if (line.length() + Character.charCount(c) > LONGEST_MESSAGE) {
                break;
            }
            line.appendCodePoint(isShown(c) ? c : ' ');
        }
        return line.toString().strip();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
