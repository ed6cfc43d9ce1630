package io.github.mailgunreactor.simulator.internal.messages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of addresses as RFC 5322 has them: {@code "Doe, Jane" <jane@x.org>, joe@x.org (Joe)}. Commas separate, but not
 * within quotes, angle brackets or comments; empty places in the list are passed over.
 */
final class AddressList {
    private final String text;
    private int at;

    private AddressList(String text) {
        this.text = text;
    }

    /** The addresses of a list, or {@code null} if one of them is none. */
    static @Nullable List<MailAddress> parse(String text) {
        List<MailAddress> addresses = new ArrayList<>();
        AddressList list = new AddressList(text);
        while (list.at < text.length()) {
            String element = list.element();
            if (element == null) {
                return null;
            }
            if (!element.isBlank()) {
                MailAddress address = address(element.strip());
                if (address == null) {
                    return null;
                }
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** One address, or {@code null} if the text is something else. */
    static @Nullable MailAddress parseOne(String text) {
        List<MailAddress> addresses = parse(text);
        return addresses == null || addresses.size() != 1 ? null : addresses.get(0);
    }

    /** What stands before the next comma, or {@code null} if quotes, brackets or comments do not end. */
    private @Nullable String element() {
        int start = at;
        boolean quoted = false;
        boolean angle = false;
        int comments = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && (quoted || comments > 0)) {
                at++;
            } else if (quoted) {
                quoted = c != '"';
            } else if (c == '(') {
                comments++;
            } else if (comments > 0) {
                comments -= c == ')' ? 1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '<' || c == '>') {
                if (angle == (c == '<')) {
                    return null;
                }
                angle = c == '<';
            } else if (c == ',' && !angle) {
                return text.substring(start, at++);
            }
        }
        return quoted || angle || comments > 0 ? null : text.substring(start);
    }

    private static @Nullable MailAddress address(String element) {
        int open = openingBracket(element);
        String plain = open < 0 ? withoutComments(element).strip() : bracketed(element, open);
        String name = open < 0 ? "" : unquoted(element.substring(0, open).strip());
        return plain != null && MailAddress.isValid(plain) ? new MailAddress(name, plain, element) : null;
    }

    private static int openingBracket(String element) {
        boolean quoted = false;
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String bracketed(String element, int open) {
        int close = element.lastIndexOf('>');
        return withoutComments(element.substring(close + 1)).isBlank()
                ? element.substring(open + 1, close).strip()
                : null;
    }

    private static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && depth == 0) {
                quoted = !quoted;
            }
            if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String unquoted(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
