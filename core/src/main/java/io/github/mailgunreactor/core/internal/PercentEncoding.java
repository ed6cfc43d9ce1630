package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.Arguments;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Percent-encoding by RFC 3986: everything but the unreserved characters is encoded, also where a URL could carry it
 * plainly. Mailgun reads a plain {@code +} as a space. A text is known to be Unicode: {@link Arguments} refuses half a surrogate
 * pair.
 */
public final class PercentEncoding {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = new boolean[0x80];
    /** By code, how many bytes encoding adds: looked up, as texts mix both kinds too well for a branch to be foreseen. */
    private static final byte[] ADDED = new byte[0x80];

    static {
        Arrays.fill(ADDED, (byte) 2);
        for (char c : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".toCharArray()) {
            UNRESERVED[c] = true;
            ADDED[c] = 0;
        }
    }

    private PercentEncoding() {}

    public static String encode(String value) {
        int length = length(value);
        if (length == value.length()) {
            return value;
        }
        byte[] encoded = new byte[length];
        encode(value, encoded, 0);
        return new String(encoded, StandardCharsets.ISO_8859_1);
    }

    /** Appends a text, usually short and ASCII, without an array of its own. */
    public static void append(StringBuilder target, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                target.append(encode(value.substring(i)));
                return;
            }
            if (UNRESERVED[c]) {
                target.append(c);
            } else {
                target.append('%').append((char) HEX[c >> 4]).append((char) HEX[c & 0xF]);
            }
        }
    }

    /** How many bytes {@link #encode(String, byte[], int)} writes. */
    public static int length(String value) {
        int length = value.length();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                length += ADDED[c];
            } else if (c < 0x800) {
                length += 5;
            } else if (Character.isHighSurrogate(c)) {
                length += 10;
                i++;
            } else {
                length += 8;
            }
        }
        return length;
    }

    /** Writes the text from a position on, and returns the position after it. */
    public static int encode(String value, byte[] target, int position) {
        int at = position;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (UNRESERVED[c]) {
                    target[at++] = (byte) c;
                } else {
                    at = octet(target, at, c);
                }
            } else if (c < 0x800) {
                at = octet(target, at, 0xC0 | (c >> 6));
                at = octet(target, at, 0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)) {
                int codePoint = value.codePointAt(i++);
                at = octet(target, at, 0xF0 | (codePoint >> 18));
                at = octet(target, at, 0x80 | ((codePoint >> 12) & 0x3F));
                at = octet(target, at, 0x80 | ((codePoint >> 6) & 0x3F));
                at = octet(target, at, 0x80 | (codePoint & 0x3F));
            } else {
                at = octet(target, at, 0xE0 | (c >> 12));
                at = octet(target, at, 0x80 | ((c >> 6) & 0x3F));
                at = octet(target, at, 0x80 | (c & 0x3F));
            }
        }
        return at;
    }

    private static int octet(byte[] target, int at, int octet) {
        target[at] = '%';
        target[at + 1] = HEX[(octet >> 4) & 0xF];
        target[at + 2] = HEX[octet & 0xF];
        return at + 3;
    }
}
