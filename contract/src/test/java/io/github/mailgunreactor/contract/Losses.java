package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.internal.WireDate;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what of a response is missing, or another value, after it was decoded and written back. */
final class Losses {
    private final List<String> paths = new ArrayList<>();
    private int fields;

    private Losses() {}

    static Losses between(@Nullable Object answer, @Nullable Object writtenBack) {
        Losses losses = new Losses();
        losses.compare("$", answer, writtenBack);
        return losses;
    }

    /** Where something was lost, such as {@code $.items[].code}. */
    List<String> paths() {
        return paths;
    }

    /** How many values were compared. */
    int fields() {
        return fields;
    }

    private void compare(String path, @Nullable Object answer, @Nullable Object back) {
        if (answer instanceof Map<?, ?> object) {
            Map<?, ?> other = back instanceof Map<?, ?> map ? map : Map.of();
            object.forEach((name, value) -> compare(path + "." + name, value, named(String.valueOf(name), other)));
        } else if (answer instanceof List<?> list) {
            List<?> other = back instanceof List<?> values ? values : List.of();
            for (int i = 0; i < list.size(); i++) {
                compare(path + "[]", list.get(i), i < other.size() ? other.get(i) : null);
            }
        } else if (!meansNothing(answer)) {
            fields++;
            Object single = back instanceof List<?> values && values.size() == 1 ? values.get(0) : back;
            if (single == null || !sameText(String.valueOf(answer), String.valueOf(single))) {
                paths.add(path);
            }
        }
    }

    /**
     * Some documents write with dashes what the live answers write with underscores, and a few listings capitalise the
     * names of their page URLs, and logs write {@code @timestamp}: each time the same fields, read and written as one.
     */
    private static @Nullable Object named(String name, Map<?, ?> object) {
        Object value = object.get(name);
        return value != null
                ? value
                : object.get(name.replace('-', '_').replace("@", "").toLowerCase(Locale.ROOT));
    }

    private static boolean meansNothing(@Nullable Object answer) {
        return answer == null || answer.equals("") || answer.equals("0001-01-01T00:00:00Z");
    }

    private static boolean sameText(String answer, String back) {
        return answer.equals(back)
                || (back.equals("true") && (answer.equals("yes") || answer.equals("1")))
                || (back.equals("false") && (answer.equals("no") || answer.equals("0")))
                || sameNumber(answer, back)
                || sameDuration(answer, back)
                || sameDate(answer, back);
    }

    private static boolean sameNumber(String answer, String back) {
        try {
            return new java.math.BigDecimal(answer).compareTo(new java.math.BigDecimal(back)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    /** What Mailgun gives in seconds, Java writes as a duration. */
    private static boolean sameDuration(String answer, String back) {
        try {
            return back.startsWith("PT")
                    && sameNumber(answer, String.valueOf(Duration.parse(back).toSeconds()));
        } catch (DateTimeParseException noDuration) {
            return false;
        }
    }

    private static boolean sameDate(String answer, String back) {
        try {
            Object instant = WireDate.parse(answer);
            return instant != null && instant.equals(WireDate.parse(back));
        } catch (IllegalArgumentException notDates) {
            return false;
        }
    }
}
