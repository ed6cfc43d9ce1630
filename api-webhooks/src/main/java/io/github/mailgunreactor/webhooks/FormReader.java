package io.github.mailgunreactor.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a form body that is in memory, of either type. What is damaged is refused, not guessed at. */
final class FormReader {
    static final int MOST_FIELDS = 2_000;
    static final int LONGEST_PART_HEADER = 16 * 1024;
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
        FormReader reader = new FormReader();
        byte[] delimiter = boundary(contentType);
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
        PartHead head = PartHead.of(header);
        if (head.isFile()) {
            counted();
            files.add(ReceivedFile.inMemory(head.file(), Arrays.copyOfRange(body, from, to)));
        } else {
            add(head.name(), new String(body, from, to - from, StandardCharsets.UTF_8));
        }
    }

    /**
     * The boundary that a content type names, with the line break and the hyphens before it.
     *
     * @throws DamagedForm if it names none
     */
    static byte[] boundary(String contentType) {
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw damaged();
        }
        return ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
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

    static boolean startsWith(byte[] body, int at, byte[] wanted, int skipped) {
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

    private static DamagedForm damaged() {
        return new DamagedForm();
    }
}
