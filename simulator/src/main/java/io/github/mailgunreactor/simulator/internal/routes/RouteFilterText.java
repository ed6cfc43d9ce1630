package io.github.mailgunreactor.simulator.internal.routes;

import io.github.mailgunreactor.simulator.internal.messages.IncomingMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expression of a route: conditions that must all be true. */
record RouteFilterText(List<Condition> conditions) {

    /** What is known of mail that is looked at. */
    record Subject(IncomingMail mail, boolean matchedBefore) {}

    /** Whether something is true of mail, and what it captured; {@code null} where it is not true. */
    @FunctionalInterface
    interface Condition {
        PythonPattern.@Nullable Match of(Subject subject);
    }

    private static final PythonPattern ANYTHING = Objects.requireNonNull(PythonPattern.of(""));

    /** The conditions of a text, or {@code null} if it is no expression. */
    static @Nullable RouteFilterText read(String expression) {
        List<CallReader.Call> calls = CallReader.read(expression);
        if (calls == null) {
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        for (CallReader.Call call : calls) {
            Condition condition = condition(call);
            if (condition == null) {
                return null;
            }
            conditions.add(condition);
        }
        return new RouteFilterText(List.copyOf(conditions));
    }

    private static @Nullable Condition condition(CallReader.Call call) {
        List<String> texts = call.texts(
                switch (call.name()) {
                    case "match_recipient" -> 1;
                    case "match_header" -> 2;
                    default -> 0;
                });
        PythonPattern pattern = texts == null || texts.isEmpty() ? null : PythonPattern.of(texts.get(texts.size() - 1));
        return switch (call.name()) {
            case "match_recipient" ->
                pattern == null ? null : subject -> pattern.match(subject.mail().recipient());
            case "match_header" ->
                pattern == null || texts == null
                        ? null
                        : subject -> subject.mail().headers(texts.get(0)).stream()
                                .map(pattern::match)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
            case "catch_all" -> texts == null ? null : subject -> subject.matchedBefore() ? null : ANYTHING.match("");
            default -> null;
        };
    }

    /** What the first condition captured, if all are true of the mail; else {@code null}. */
    PythonPattern.@Nullable Match match(Subject subject) {
        PythonPattern.Match first = null;
        for (Condition condition : conditions) {
            PythonPattern.Match match = condition.of(subject);
            if (match == null) {
                return null;
            }
            first = first == null ? match : first;
        }
        return first;
    }
}
