package io.github.mailgunreactor.routes;

import io.github.mailgunreactor.core.Arguments;

/**
 * Texts inside of expressions and actions: within double or single quotes, where a backslash stays what it is and keeps a quote
 * after it from ending the text.
 */
final class RouteText {
    private static final String SPECIAL = ".^$*+?{}[]|()\\";

    private RouteText() {}

    /** A text in the quotes that it does not have. */
    static String quoted(String parameter, String text) {
        requireQuotable(parameter, text);
        if (text.indexOf('"') < 0) {
            return '"' + text + '"';
        }
        if (text.indexOf('\'') < 0) {
            return '\'' + text + '\'';
        }
        throw new IllegalArgumentException(parameter + " must not have both kinds of quotes");
    }

    /** A pattern in quotes; one that has both kinds of them writes one as its number. */
    static String quotedPattern(String parameter, String pattern) {
        requireQuotable(parameter, pattern);
        boolean both = pattern.indexOf('"') >= 0 && pattern.indexOf('\'') >= 0;
        return both ? '"' + withoutDoubleQuotes(pattern) + '"' : quoted(parameter, pattern);
    }

    private static void requireQuotable(String parameter, String text) {
        Arguments.requireText(parameter, text);
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw new IllegalArgumentException(
                    parameter + " must not end with a backslash, which would escape the quote");
        }
    }

    private static String withoutDoubleQuotes(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length() + 8);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && pattern.charAt(i + 1) != '"') {
                text.append(c).append(pattern.charAt(++i));
            } else if (c == '"') {
                text.append("\\x22");
            } else if (c != '\\') {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** A pattern that matches this text and no other. */
    static String literal(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return pattern.toString();
    }
}
