package io.github.mailgunreactor.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a form body that is in memory, of either type. What is damaged is refused, not guessed at. */
final class FormReader {
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_PART_HEADER = 16 * 1024;
    private static final byte[] END_OF_HEADER = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<ReceivedFile> files = new ArrayList<>();
    private int count;

    private FormReader() {}

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static FormContent urlencoded(byte[] body) {
        FormReader reader = new FormReader();
        int from = 0;
        while (from < body.length) {
            int end = indexOf(body, '&', from, body.length);
            if (end > from) {
                int equals = indexOf(body, '=', from, end);
                reader.add(decoded(body, from, equals), equals == end ? "" : decoded(body, equals + 1, end));
            }
            from = end + 1;
        }
        return reader.content();
    }

    /**
     * Reads {@code multipart/form-data}.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static FormContent multipart(byte[] body, String contentType) {
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw damaged();
        }
        FormReader reader = new FormReader();
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line break before it, unless there is a preamble.
        int at = startsWith(body, 0, delimiter, 2) ? delimiter.length - 2 : after(body, 0, delimiter);
        while (!startsWith(body, at, "--".getBytes(StandardCharsets.US_ASCII), 0)) {
            at = skipLineBreak(body, at);
            int headerEnd = find(body, at, END_OF_HEADER);
            if (headerEnd < 0 || headerEnd - at > LONGEST_PART_HEADER) {
                throw damaged();
            }
            String header = new String(body, at, headerEnd - at, StandardCharsets.UTF_8);
            int content = headerEnd + END_OF_HEADER.length;
            // The delimiter may begin with the line break that ends the header, where the part is empty.
            int end = find(body, content - 2, delimiter);
            if (end < 0) {
                throw damaged();
            }
            reader.part(header, body, content, Math.max(content, end));
            at = end + delimiter.length;
        }
        return reader.content();
    }

    private void part(String header, byte[] body, int from, int to) {
        String disposition = null;
        String type = null;
        for (String line : header.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (name.equals("content-disposition")) {
                disposition = line.substring(colon + 1).strip();
            } else if (name.equals("content-type")) {
                type = line.substring(colon + 1).strip();
            }
        }
        String name = disposition == null ? null : parameter(disposition, "name");
        if (disposition == null || name == null) {
            throw damaged();
        }
        String filename = parameter(disposition, "filename");
        if (filename == null) {
            add(name, new String(body, from, to - from, StandardCharsets.UTF_8));
        } else {
            counted();
            byte[] content = new byte[to - from];
            System.arraycopy(body, from, content, 0, content.length);
            files.add(new ReceivedFile(name, filename, type, content));
        }
    }

    private void add(String name, String value) {
        counted();
        fields.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
    }

    private void counted() {
        if (++count > MOST_FIELDS) {
            throw damaged();
        }
    }

    private FormContent content() {
        fields.replaceAll((name, values) -> List.copyOf(values));
        return new FormContent(Collections.unmodifiableMap(fields), List.copyOf(files));
    }

    /** The value of a header's parameter, in quotes or not; {@code null} where it is not there. */
    static @Nullable String parameter(String header, String name) {
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int start = at + 1;
            int equals = header.indexOf('=', start);
            if (equals < 0) {
                return null;
            }
            boolean quoted = equals + 1 < header.length() && header.charAt(equals + 1) == '"';
            int end = quoted ? endOfQuoted(header, equals + 2) : header.indexOf(';', equals);
            int valueEnd = end < 0 ? header.length() : end;
            if (header.substring(start, equals).strip().equalsIgnoreCase(name)) {
                String value = header.substring(quoted ? equals + 2 : equals + 1, valueEnd);
                return quoted ? unescaped(value) : value.strip();
            }
            at = header.indexOf(';', valueEnd);
        }
        return null;
    }

    private static int endOfQuoted(String header, int from) {
        for (int i = from; i < header.length(); i++) {
            if (header.charAt(i) == '\\') {
                i++;
            } else if (header.charAt(i) == '"') {
                return i;
            }
        }
        return header.length();
    }

    private static String unescaped(String value) {
        return value.replace("\\\"", "\"").replace("%22", "\"");
    }

    private static String decoded(byte[] body, int from, int to) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '+') {
                text.write(' ');
            } else if (body[i] == '%') {
                if (i + 2 >= to) {
                    throw damaged();
                }
                text.write(digit(body[i + 1]) * 16 + digit(body[i + 2]));
                i += 2;
            } else {
                text.write(body[i]);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte hex) {
        int digit = Character.digit(hex, 16);
        if (digit < 0) {
            throw damaged();
        }
        return digit;
    }

    private static int indexOf(byte[] body, char c, int from, int to) {
        int i = from;
        while (i < to && body[i] != c) {
            i++;
        }
        return i;
    }

    private static int after(byte[] body, int from, byte[] wanted) {
        int found = find(body, from, wanted);
        if (found < 0) {
            throw damaged();
        }
        return found + wanted.length;
    }

    private static int skipLineBreak(byte[] body, int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (at + 1 >= body.length || body[at] != '\r' || body[at + 1] != '\n') {
            throw damaged();
        }
        return at + 2;
    }

    private static boolean startsWith(byte[] body, int at, byte[] wanted, int skipped) {
        if (at < 0 || at + wanted.length - skipped > body.length) {
            return false;
        }
        for (int i = skipped; i < wanted.length; i++) {
            if (body[at + i - skipped] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static int find(byte[] body, int from, byte[] wanted) {
        for (int i = Math.max(from, 0); i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && startsWith(body, i, wanted, 0)) {
                return i;
            }
        }
        return -1;
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the form is damaged");
    }
}
