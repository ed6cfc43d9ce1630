package io.github.mailgunreactor.simulator.internal.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart, as far as what its recipients see: headers, bodies and files. */
final class MimeReader {
    private static final int MAX_DEPTH = 20;
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?[^?\\s]+\\?[bBqQ]\\?))?");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z0-9-]+)(\\*)?\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;
    private @Nullable String ampHtml;

    static ParsedMime read(byte[] message) {
        MimeReader reader = new MimeReader();
        // Every byte is one character, so that positions and contents stay what they are.
        Part whole = Part.of(new String(message, StandardCharsets.ISO_8859_1));
        reader.part(whole, 0);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        whole.headers()
                .forEach((name, values) -> headers.put(
                        name, values.stream().map(MimeReader::decodedHeader).toList()));
        return new ParsedMime(headers, reader.text, reader.html, reader.ampHtml, List.copyOf(reader.attachments));
    }

    private record Part(Map<String, List<String>> headers, String body) {
        static Part of(String raw) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            Map<String, List<String>> inOrder = new LinkedHashMap<>();
            int at = 0;
            String name = "";
            while (at < raw.length()) {
                int end = raw.indexOf('\n', at);
                String line = raw.substring(at, end < 0 ? raw.length() : end).replaceFirst("\r$", "");
                at = end < 0 ? raw.length() : end + 1;
                if (line.isEmpty()) {
                    break;
                }
                int colon = line.indexOf(':');
                if ((line.startsWith(" ") || line.startsWith("\t")) && !name.isEmpty()) {
                    List<String> values = Objects.requireNonNull(headers.get(name));
                    values.set(values.size() - 1, values.get(values.size() - 1) + " " + line.strip());
                } else if (colon > 0) {
                    name = line.substring(0, colon).strip();
                    List<String> values = headers.computeIfAbsent(name, n -> new ArrayList<>(1));
                    values.add(line.substring(colon + 1).strip());
                    inOrder.putIfAbsent(name, values);
                }
            }
            inOrder.values().removeIf(List::isEmpty);
            return new Part(inOrder, raw.substring(at));
        }

        String header(String name, String otherwise) {
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    return header.getValue().get(0);
                }
            }
            return otherwise;
        }
    }

    private void part(Part part, int depth) {
        String contentType = part.header("Content-Type", "text/plain; charset=us-ascii");
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String boundary = parameter(contentType, "boundary");
        if (type.startsWith("multipart/") && boundary != null && depth < MAX_DEPTH) {
            for (String inner : parts(part.body(), boundary)) {
                part(Part.of(inner), depth + 1);
            }
            return;
        }
        byte[] content = decoded(part);
        String disposition = part.header("Content-Disposition", "");
        String fileName = parameter(disposition, "filename");
        if (fileName == null) {
            fileName = parameter(contentType, "name");
        }
        boolean attached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment") || fileName != null;
        if (attached || !type.startsWith("text/")) {
            String name = fileName == null ? "attachment-" + (attachments.size() + 1) : decodedHeader(fileName);
            String contentId = part.header("Content-ID", name).replaceAll("^<|>$", "");
            boolean inline = disposition.toLowerCase(Locale.ROOT).startsWith("inline");
            attachments.add(new Attachment(name, type, content, inline, contentId));
            return;
        }
        String body = new String(content, charset(parameter(contentType, "charset")));
        switch (type) {
            case "text/html" -> html = html == null ? body : html + body;
            case "text/x-amp-html" -> ampHtml = body;
            default -> text = text == null ? body : text + body;
        }
    }

    private static List<String> parts(String body, String boundary) {
        List<String> parts = new ArrayList<>();
        Matcher delimiters = Pattern.compile("(?:^|\r?\n)--" + Pattern.quote(boundary) + "(--)?[ \t]*(?:\r?\n|$)")
                .matcher(body);
        int start = -1;
        int from = 0;
        while (delimiters.find(from)) {
            if (start >= 0) {
                parts.add(body.substring(start, Math.max(start, delimiters.start())));
            }
            if (delimiters.group(1) != null) {
                return parts;
            }
            start = delimiters.end();
            // The line end of one delimiter may also begin the next one.
            from = Math.max(delimiters.start() + 1, start - 1);
        }
        if (start >= 0) {
            parts.add(body.substring(start));
        }
        return parts;
    }

    private static byte[] decoded(Part part) {
        byte[] raw = part.body().getBytes(StandardCharsets.ISO_8859_1);
        return switch (part.header("Content-Transfer-Encoding", "7bit").strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(part.body());
            case "quoted-printable" -> quotedPrintable(raw, false);
            default -> raw;
        };
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] quotedPrintable(byte[] raw, boolean underscoreIsSpace) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '=' && i + 1 < raw.length && (raw[i + 1] == '\n' || raw[i + 1] == '\r')) {
                i += raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n' ? 2 : 1;
            } else if (raw[i] == '=' && i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
                decoded.write(hex(raw[i + 1]) * 16 + hex(raw[i + 2]));
                i += 2;
            } else {
                decoded.write(underscoreIsSpace && raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }

    /** The value of a header with its encoded words decoded; what is not encoded is UTF-8. */
    private static String decodedHeader(String value) {
        String utf8 = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher words = ENCODED_WORD.matcher(utf8);
        return words.replaceAll(word -> {
            byte[] raw = word.group(3).getBytes(StandardCharsets.ISO_8859_1);
            byte[] bytes = word.group(2).equalsIgnoreCase("b") ? base64(word.group(3)) : quotedPrintable(raw, true);
            return Matcher.quoteReplacement(new String(bytes, charset(word.group(1))));
        });
    }

    private static @Nullable String parameter(String header, String name) {
        Matcher parameters = PARAMETER.matcher(header);
        while (parameters.find()) {
            if (parameters.group(1).equalsIgnoreCase(name)) {
                String value = parameters.group(3) == null
                        ? parameters.group(4)
                        : parameters.group(3).replaceAll("\\\\(.)", "$1");
                return parameters.group(2) == null ? value : extended(value);
            }
        }
        return null;
    }

    /** A value as of RFC 2231: {@code UTF-8''na%C3%AFve.txt}. */
    private static String extended(String value) {
        String[] pieces = value.split("'", 3);
        if (pieces.length < 3) {
            return value;
        }
        byte[] raw = pieces[2].replace("=", "=3D").replace('%', '=').getBytes(StandardCharsets.ISO_8859_1);
        return new String(quotedPrintable(raw, false), charset(pieces[0]));
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null || name.equalsIgnoreCase("us-ascii") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
