package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.internal.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error response says. Mailgun's come in many shapes: JSON objects with the text under one of several
 * names, or with a field and its value, a JSON string, plain text, an HTML page, nothing. Whatever bytes arrive, reading
 * them succeeds.
 *
 * @param message the text meant for people, on one line, or {@code null}
 * @param details the scalar fields of a JSON object
 * @param retrySeconds how long to wait before the next try, where the body says so
 */
record ErrorBody(
        @Nullable String message,
        Map<String, String> details,
        @Nullable Long retrySeconds) {
    static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_BODY = 64 * 1024;
    private static final List<String> MESSAGE_NAMES =
            List.of("message", "Message", "error", "Error", "Reason", "reason", "Description", "description");

    static ErrorBody read(byte[] body, int offset, int length) {
        int bounded = Math.min(length, LONGEST_BODY);
        String text = new String(body, offset, bounded, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return new ErrorBody(null, Map.of(), null);
        }
        if (text.startsWith("<")) {
            return new ErrorBody(null, Map.of(), null);
        }
        if (text.startsWith("{") || text.startsWith("\"")) {
            try {
                return fromJson(JsonMapping.LENIENT.readAny(body, offset, bounded));
            } catch (JsonProblem notJson) {
                return new ErrorBody(oneLine(text), Map.of(), null);
            }
        }
        return new ErrorBody(oneLine(text), Map.of(), null);
    }

    private static ErrorBody fromJson(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            return new ErrorBody(json == null ? null : oneLine(json.toString()), Map.of(), null);
        }
        Map<String, String> details = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                details.put(oneLine(String.valueOf(name)), oneLine(value.toString()));
            }
        });
        String message = MESSAGE_NAMES.stream()
                .map(details::get)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElseGet(() -> fieldAndValue(details));
        Long retrySeconds = object.get("retry-seconds") instanceof Long seconds ? seconds : null;
        return new ErrorBody(message, Map.copyOf(details), retrySeconds);
    }

    private static @Nullable String fieldAndValue(Map<String, String> details) {
        String field = details.get("Field");
        return field == null ? null : oneLine(field + ": " + details.getOrDefault("Value", "invalid"));
    }

    /** Bounded and without control characters, so that a log line stays one line. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST_MESSAGE));
        for (int i = 0; i < text.length() && line.length() < LONGEST_MESSAGE; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString().strip();
    }
}
