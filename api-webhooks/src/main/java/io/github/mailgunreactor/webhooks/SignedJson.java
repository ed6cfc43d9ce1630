package io.github.mailgunreactor.webhooks;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the signature of a JSON object in its bytes, so that nothing else of a body becomes objects before it is known to be signed. It
 * takes what Mailgun writes; what is written in another way is for a whole reader of JSON to understand.
 */
final class SignedJson {
    private static final int NOWHERE = -1;
    private static final byte[] SIGNATURE = ascii("signature");
    private static final byte[][] FIELDS = {
        ascii("timestamp"), ascii("token"), ascii("signature"), ascii("parent-signature")
    };

    private final byte[] json;
    private final boolean unambiguous;
    private final int from;
    private final int to;

    private SignedJson(byte[] json, boolean unambiguous, int from, int to) {
        this.json = json;
        this.unambiguous = unambiguous;
        this.from = from;
        this.to = to;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Looks for the signature among the names of the outermost object. */
    static SignedJson in(byte[] json) {
        int depth = 0;
        int found = 0;
        int from = NOWHERE;
        int to = NOWHERE;
        boolean nameIsNext = false;
        boolean escaped = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '{', '[' -> {
                    depth++;
                    nameIsNext = depth == 1;
                }
                case '}', ']' -> {
                    depth--;
                    to = depth == 1 && found == 1 && to == NOWHERE ? i : to;
                }
                case ',' -> nameIsNext = depth == 1;
                case '"' -> {
                    int end = endOfText(json, i + 1);
                    if (nameIsNext) {
                        nameIsNext = false;
                        escaped |= isEscaped(json, i + 1, end);
                        if (is(SIGNATURE, json, i + 1, end)) {
                            found++;
                            from = end + 1;
                        }
                    }
                    i = end;
                }
                default -> {}
            }
        }
        return new SignedJson(json, !escaped && found == 1 && depth == 0, from, to);
    }

    /** Whether the outermost object has one signature, and no name that is written with escapes and might be another. */
    boolean isUnambiguous() {
        return unambiguous;
    }

    /** The signature, or {@code null} where it is not there or not written as Mailgun writes it. */
    @Nullable
    WebhookSignature signature() {
        int at = unambiguous ? after('{', after(':', from)) : NOWHERE;
        @Nullable String[] values = new @Nullable String[FIELDS.length];
        while (at != NOWHERE) {
            int name = after('"', at);
            int endOfName = name == NOWHERE ? to : endOfText(json, name);
            int field = endOfName < to ? field(name, endOfName) : NOWHERE;
            int value = field == NOWHERE || values[field] != null ? NOWHERE : skipSpace(after(':', endOfName + 1));
            if (value == NOWHERE || value >= to) {
                return null;
            }
            boolean quoted = json[value] == '"';
            int start = quoted ? value + 1 : value;
            int end = quoted ? endOfText(json, start) : endOfDigits(start);
            if (end >= to + (quoted ? 0 : 1) || !(quoted ? isPlain(start, end) : end > start)) {
                return null;
            }
            values[field] = new String(json, start, end - start, StandardCharsets.US_ASCII);
            at = skipSpace(quoted ? end + 1 : end);
            if (at == to) {
                return new WebhookSignature(values[0], values[1], values[2], values[3]);
            }
            at = after(',', at);
        }
        return null;
    }

    private int field(int start, int end) {
        for (int i = 0; i < FIELDS.length; i++) {
            if (is(FIELDS[i], json, start, end)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private int endOfDigits(int start) {
        int at = start;
        while (at < to && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Past white space and this character; nowhere if another one comes. */
    private int after(char wanted, int start) {
        int at = skipSpace(start);
        return at != NOWHERE && at < to && json[at] == wanted ? at + 1 : NOWHERE;
    }

    private int skipSpace(int start) {
        int at = start;
        while (at != NOWHERE
                && at < to
                && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Whether a text stands there as it is meant: ASCII without escapes. */
    private boolean isPlain(int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] == '\\' || json[i] < ' ') {
                return false;
            }
        }
        return true;
    }

    private static int endOfText(byte[] json, int from) {
        int i = from;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    private static boolean isEscaped(byte[] json, int from, int to) {
        for (int i = from; i < Math.min(to, json.length); i++) {
            if (json[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] name, byte[] json, int from, int to) {
        if (to - from != name.length || to > json.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (json[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
