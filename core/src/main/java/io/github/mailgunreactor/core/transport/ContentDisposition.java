package io.github.mailgunreactor.core.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the file name in a {@code Content-Disposition} header (RFC 6266), as a name and never as a path. */
final class ContentDisposition {
    private static final int LONGEST = 255;
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    private ContentDisposition() {}

    static @Nullable String fileName(@Nullable String header) {
        if (header == null || header.length() > 4096) {
            return null;
        }
        String plain = null;
        String extended = null;
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String value = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : parameter.group(3);
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "filename" -> plain = plain == null ? value : plain;
                case "filename*" -> extended = extended == null ? decoded(value) : extended;
                default -> {}
            }
        }
        return safe(extended != null ? extended : plain);
    }

    /** Percent-encoded UTF-8 after {@code UTF-8''}; {@code null} where it is not that. */
    private static @Nullable String decoded(String value) {
        int end = value.indexOf('\'', value.indexOf('\'') + 1);
        if (end == -1 || !value.regionMatches(true, 0, "utf-8'", 0, 6)) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = end + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            int high = i + 2 < value.length() && c == '%' ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
            if (c == '%' && low < 0) {
                return null;
            }
            bytes.write(low >= 0 ? high * 16 + low : c);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What stands after the last slash or backslash, without characters that nobody sees. */
    private static @Nullable String safe(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder shown = new StringBuilder();
        last.codePoints().filter(c -> !isHidden(c)).limit(LONGEST).forEach(shown::appendCodePoint);
        String safe = shown.toString().strip();
        return safe.isEmpty() || safe.equals(".") || safe.equals("..") ? null : safe;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
