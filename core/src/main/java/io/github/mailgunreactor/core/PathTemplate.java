package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.PercentEncoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills the {@code {name}} variables of a path template, one percent-encoded segment each. */
final class PathTemplate {
    /** By code: what a path may have, and braces. A template is looked at for each request. */
    private static final boolean[] ALLOWED = new boolean[0x80];

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/{}_-.~:@!$&'()*+,;="
                .chars()
                .forEach(c -> ALLOWED[c] = true);
    }

    private PathTemplate() {}

    static String expand(String template, String[] variables) {
        Objects.requireNonNull(variables, "variables must not be null");
        require(template);
        StringBuilder path = new StringBuilder(template.length() + 32);
        int used = 0;
        int from = 0;
        for (int open = template.indexOf('{'); open != -1; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close == -1) {
                throw new IllegalArgumentException(
                        "path template has an open brace without a closing one: " + template);
            }
            if (used == variables.length) {
                throw wrongCount(template, variables);
            }
            String value = variables[used++];
            if (!isOrdinary(value)) {
                requireSegment(template.substring(open + 1, close), value);
            }
            path.append(template, from, open);
            PercentEncoding.append(path, value);
            from = close + 1;
        }
        if (used != variables.length) {
            throw wrongCount(template, variables);
        }
        return path.append(template, from, template.length()).toString();
    }

    /** A template is shown in errors, logs and metrics and stands in the request line: it has to be a path and no more. */
    static String require(String template) {
        Objects.requireNonNull(template, "template must not be null");
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c >= ALLOWED.length || !ALLOWED[c]) {
                throw new IllegalArgumentException("path template must be the path of a URL without a query,"
                        + " but has another character at index " + i);
            }
        }
        if (!template.startsWith("/") || template.startsWith("//")) {
            throw new IllegalArgumentException("path template must start with one slash: " + template);
        }
        if (template.contains("/./")
                || template.contains("/../")
                || template.endsWith("/.")
                || template.endsWith("/..")) {
            throw new IllegalArgumentException("path template must not have dot segments: " + template);
        }
        return template;
    }

    /** The value that fills a variable, or {@code null} where the template does not have the variable. */
    static @Nullable String variable(String template, String[] variables, String name) {
        int index = 0;
        for (int open = template.indexOf('{'); open != -1; open = template.indexOf('{', open + 1)) {
            if (template.startsWith(name, open + 1) && template.startsWith("}", open + 1 + name.length())) {
                return variables[index];
            }
            index++;
        }
        return null;
    }

    /** Whether a value is beyond doubt one that may fill a segment, so that nobody needs the variable's name. */
    private static boolean isOrdinary(@Nullable String value) {
        if (value == null || value.isEmpty() || value.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static void requireSegment(String name, String value) {
        Objects.requireNonNull(value, () -> name + " must not be null");
        Arguments.requireText(name, value);
        // A server that normalises the path before decoding it would take these for the path above.
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " must not be . or ..");
        }
    }

    private static IllegalArgumentException wrongCount(String template, String[] variables) {
        return new IllegalArgumentException(
                "path template " + template + " does not have " + variables.length + " variables");
    }
}
