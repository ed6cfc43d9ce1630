package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.Arguments;

/**
 * Percent-encoding by RFC 3986: everything but the unreserved characters is encoded, also where a URL could carry it
 * plainly. Mailgun reads a plain {@code +} as a space.
 */
public final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** Appends a text that is known to be Unicode: {@link Arguments} refuses half a surrogate pair. */
    public static void append(StringBuilder target, String value) {
        int plain = 0;
        while (plain < value.length() && isUnreserved(value.charAt(plain))) {
            plain++;
        }
        target.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isUnreserved(c)) {
                target.append(c);
            } else if (c < 0x80) {
                octet(target, c);
            } else if (c < 0x800) {
                octet(target, 0xC0 | (c >> 6));
                octet(target, 0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)) {
                int codePoint = value.codePointAt(i++);
                octet(target, 0xF0 | (codePoint >> 18));
                octet(target, 0x80 | ((codePoint >> 12) & 0x3F));
                octet(target, 0x80 | ((codePoint >> 6) & 0x3F));
                octet(target, 0x80 | (codePoint & 0x3F));
            } else {
                octet(target, 0xE0 | (c >> 12));
                octet(target, 0x80 | ((c >> 6) & 0x3F));
                octet(target, 0x80 | (c & 0x3F));
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void octet(StringBuilder target, int octet) {
        target.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
    }
}
