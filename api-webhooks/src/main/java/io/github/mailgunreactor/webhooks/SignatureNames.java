package io.github.mailgunreactor.webhooks;

/** Finds out whether a JSON object names its signature more than once, which readers of JSON pass over without a word. */
final class SignatureNames {
    private static final String NAME = "signature";

    private SignatureNames() {}

    /** Whether the outermost object has no two signatures, nor a name that is written with escapes and might be one. */
    static boolean areUnambiguous(byte[] json) {
        int depth = 0;
        int found = 0;
        boolean nameIsNext = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '{', '[' -> {
                    depth++;
                    nameIsNext = depth == 1;
                }
                case '}', ']' -> depth--;
                case ',' -> nameIsNext = depth == 1;
                case '"' -> {
                    int end = endOfText(json, i + 1);
                    if (nameIsNext) {
                        nameIsNext = false;
                        if (isEscaped(json, i + 1, end)) {
                            return false;
                        }
                        found += isSignature(json, i + 1, end) ? 1 : 0;
                    }
                    i = end;
                }
                default -> {}
            }
        }
        return found <= 1;
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

    private static boolean isSignature(byte[] json, int from, int to) {
        if (to - from != NAME.length() || to > json.length) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (json[i] != NAME.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
