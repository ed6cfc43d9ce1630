package io.github.mailgunreactor.simulator.internal.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls such as {@code match_header("subject", 'a.*') and catch_all()} or {@code store(notify="https://…")}. Within quotes a
 * backslash stays, and keeps a quote after it from ending the text.
 */
final class CallReader {
    private final String text;
    private int at;

    /** A call with its arguments; the name of one is empty where it has none. */
    record Call(String name, List<Map.Entry<String, String>> arguments) {

        /** The texts of the arguments, if they are so many and have no names; else {@code null}. */
        @Nullable
        List<String> texts(int count) {
            boolean plain = arguments.size() == count
                    && arguments.stream().allMatch(argument -> argument.getKey().isEmpty());
            return plain ? arguments.stream().map(Map.Entry::getValue).toList() : null;
        }
    }

    private CallReader(String text) {
        this.text = text;
    }

    /** Calls that are joined by {@code and}, or {@code null} if the text is something else. */
    static @Nullable List<Call> read(String text) {
        CallReader reader = new CallReader(text);
        List<Call> calls = new ArrayList<>();
        do {
            Call call = reader.call();
            if (call == null) {
                return null;
            }
            calls.add(call);
        } while (reader.takes("and"));
        reader.skipSpace();
        return reader.at == text.length() ? calls : null;
    }

    private @Nullable Call call() {
        String name = word();
        if (name.isEmpty() || !takes("(")) {
            return null;
        }
        List<Map.Entry<String, String>> arguments = new ArrayList<>();
        if (takes(")")) {
            return new Call(name, arguments);
        }
        do {
            String argument = word();
            if (!argument.isEmpty() && !takes("=")) {
                return null;
            }
            String value = quoted();
            if (value == null) {
                return null;
            }
            arguments.add(Map.entry(argument, value));
        } while (takes(","));
        return takes(")") ? new Call(name, arguments) : null;
    }

    private String word() {
        skipSpace();
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private @Nullable String quoted() {
        skipSpace();
        if (at >= text.length() || "\"'".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        char quote = text.charAt(at++);
        int start = at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < text.length() ? text.substring(start, at++) : null;
    }

    private boolean takes(String token) {
        skipSpace();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
