package io.github.mailgunreactor.messages;

/**
 * The grammar of RFC 5322, with UTF-8 as of RFC 6531 and without comments, groups, address literals and obsolete forms:
 * what Mailgun takes and what two parsers understand in the same way.
 */
final class AddressSyntax {
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

    private AddressSyntax() {}

    static void requireAddress(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw invalid("must have a local part and a domain");
        }
        requireUnicode("address", address);
        if (address.charAt(0) == '"') {
            requireQuotedLocalPart(address, at);
        } else {
            requireDotAtom(address, 0, at);
        }
        requireDomain(address, at + 1);
    }

    private static void requireQuotedLocalPart(String address, int at) {
        int i = 1;
        while (i < at - 1 && address.charAt(i) != '"') {
            char c = address.charAt(i);
            i += c == '\\' ? 2 : 1;
            if (Character.isISOControl(c)) {
                throw invalid("must not have control characters");
            }
        }
        if (i != at - 1 || i == 1 || address.charAt(i) != '"' || Character.isISOControl(address.charAt(i - 1))) {
            throw invalid("has a local part whose quotes do not match");
        }
    }

    private static void requireDotAtom(String address, int from, int to) {
        boolean afterDot = true;
        for (int i = from; i < to; i++) {
            char c = address.charAt(i);
            if (c == '.' ? afterDot : !isAtomCharacter(c)) {
                throw invalid("has a local part that must be in quotes, at index " + i);
            }
            afterDot = c == '.';
        }
        if (afterDot) {
            throw invalid("has a local part that ends with a dot");
        }
    }

    private static void requireDomain(String address, int from) {
        char before = '.';
        for (int i = from; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean edge = before == '.';
            boolean inside = isAsciiAlphanumeric(c) || c == '_' || isInternational(c);
            boolean allowed = inside || ((c == '.' || c == '-') && !edge);
            if (!allowed || (c == '.' && before == '-')) {
                throw invalid("has a domain that is none, at index " + i);
            }
            before = c;
        }
        if (before == '.' || before == '-') {
            throw invalid("has a domain that is none");
        }
    }

    static void requireName(String name) {
        requireUnicode("name", name);
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                throw new IllegalArgumentException("name must not have control characters, but has one at index " + i);
            }
        }
    }

    /** One address, with or without a name. */
    static EmailAddress parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.endsWith(">")) {
            return new EmailAddress(trimmed, null);
        }
        int open = openingBracket(trimmed);
        if (open < 0) {
            throw invalid("has a bracket that is not opened");
        }
        String address = trimmed.substring(open + 1, trimmed.length() - 1).strip();
        return new EmailAddress(address, phrase(trimmed.substring(0, open)));
    }

    /** The first angle bracket outside of quotes. */
    private static int openingBracket(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
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

    /** The words of a name, unquoted; what is not in quotes must not be able to end the name. */
    private static String phrase(String text) {
        StringBuilder name = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c == ' ' || c == '.' || isAtomCharacter(c) || isInternational(c)) {
                name.append(c);
            } else {
                throw invalid("has a name that must be in quotes, at index " + i);
            }
        }
        if (quoted) {
            throw invalid("has a name whose quotes do not match");
        }
        return name.toString();
    }

    /** The name as a phrase: words of ASCII as they are, anything else as a quoted string. */
    static String quoted(String name) {
        boolean plain = name.charAt(0) != ' ' && name.charAt(name.length() - 1) != ' ';
        char before = ' ';
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c == ' ' ? i > 0 && before != ' ' : c < 0x80 && isAtomCharacter(c);
            before = c;
        }
        if (plain && !name.contains("=?")) {
            return name;
        }
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isAtomCharacter(char c) {
        return isAsciiAlphanumeric(c) || ATOM_SYMBOLS.indexOf(c) >= 0 || isInternational(c);
    }

    private static boolean isAsciiAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Not ASCII, and nothing that a reader cannot see: spaces, controls, marks that turn the direction of writing. */
    private static boolean isInternational(char c) {
        return c >= 0x80
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }

    private static void requireUnicode(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
                throw new IllegalArgumentException(
                        field + " must be Unicode, but has half a surrogate pair at index " + (i - 1));
            }
        }
    }

    private static IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("address " + why);
    }
}
