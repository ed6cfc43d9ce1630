package io.github.mailgunreactor.simulator.internal.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression of Python, as far as Java has the same; groups with names are found by these. */
record PythonPattern(Pattern pattern, Map<String, Integer> groups) {

    /** The pattern, or {@code null} if the text is none. */
    static @Nullable PythonPattern of(String text) {
        StringBuilder java = new StringBuilder(text.length());
        Map<String, Integer> groups = new HashMap<>();
        int count = 0;
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                java.append(c).append(text.charAt(++i));
                continue;
            }
            int end = text.indexOf('>', i);
            if (inClass) {
                inClass = c != ']';
                // Only Java joins classes by && and opens one within another.
                java.append(c == '[' || c == '&' ? "\\" : "");
            } else if (c == '[') {
                inClass = true;
            } else if (text.startsWith("(?P<", i) && end > 0) {
                groups.put(text.substring(i + 4, end), ++count);
                java.append('(');
                i = end;
                continue;
            } else if (text.startsWith("(?P=", i) && text.indexOf(')', i) > 0) {
                end = text.indexOf(')', i);
                Integer group = groups.get(text.substring(i + 4, end));
                java.append("(?:\\").append(group == null ? 99 : group).append(')');
                i = end;
                continue;
            } else if (c == '(' && !text.startsWith("(?", i)) {
                count++;
            }
            java.append(c);
        }
        try {
            return new PythonPattern(Pattern.compile(java.toString()), Map.copyOf(groups));
        } catch (PatternSyntaxException malformed) {
            return null;
        }
    }

    /** What it finds at the beginning of a text, as Python's {@code match} does, or {@code null}. */
    @Nullable
    Match match(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? new Match(matcher, groups) : null;
    }

    /** What a pattern found. */
    record Match(Matcher found, Map<String, Integer> groups) {
        private static final Pattern REFERENCE = Pattern.compile("\\\\(?:g<([^>]+)>|(\\d))");

        /** A text with {@code \1} and {@code \g<name>} replaced; what was not captured becomes nothing. */
        String replacedIn(String text) {
            return REFERENCE.matcher(text).replaceAll(reference -> {
                String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
                Integer group = name.matches("\\d{1,2}") ? Integer.valueOf(name) : groups.get(name);
                String captured = group == null || group > found.groupCount() ? null : found.group(group);
                return Matcher.quoteReplacement(captured == null ? "" : captured);
            });
        }
    }
}
