package io.github.mailgunreactor.simulator.internal.messages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A MIME message, taken apart.
 *
 * @param headers decoded, by the names of the message, with all values
 */
record ParsedMime(
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable String html,
        @Nullable String ampHtml,
        List<Attachment> attachments) {

    /** The first value of a header, by its name in any case, or {@code null}. */
    @Nullable
    String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of a header, by its name in any case. */
    List<String> headers(String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return header.getValue();
            }
        }
        return List.of();
    }
}
