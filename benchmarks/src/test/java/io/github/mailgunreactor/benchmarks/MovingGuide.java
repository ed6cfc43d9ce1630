package io.github.mailgunreactor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of the guide for those who come from mailgun-java: each of its methods, and what stands here in its place. */
final class MovingGuide {
    private static final Path PAGE = Path.of("../docs/guide/moving-from-mailgun-java.md");
    private static final Pattern INTERFACE = Pattern.compile("### `(v[\\w.]+)`");
    private static final Pattern ROW = Pattern.compile("\\| (`.+`) \\| (.+) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    /** What a row says of a method that has none here; the page tells the reason. */
    static final String NOT_HERE = "not here: a call of your own";

    private final List<Row> rows = new ArrayList<>();

    /** What stands in place of methods of theirs. */
    record Row(String api, List<String> theirs, String here) {
        boolean names(Method method) {
            return theirs.contains(method.getName()) || theirs.contains(OfficialApis.plainName(method.getName()));
        }

        /** The classes and members of ours that it names. */
        List<String> ours() {
            return quoted(here);
        }
    }

    MovingGuide() {
        String api = "";
        try {
            for (String line : Files.readAllLines(PAGE)) {
                Matcher heading = INTERFACE.matcher(line);
                Matcher row = ROW.matcher(line);
                if (heading.matches()) {
                    api = heading.group(1);
                } else if (row.matches()) {
                    rows.add(new Row(api, quoted(row.group(1)), row.group(2)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Row> rows() {
        return rows;
    }

    Stream<Row> rowsOf(Class<?> api) {
        return rows.stream().filter(row -> row.api().equals(OfficialApis.name(api)));
    }

    /** Whether nothing stands here in place of a method of theirs. */
    boolean saysNotHere(Method method) {
        return rowsOf(method.getDeclaringClass()).anyMatch(row -> row.here().equals(NOT_HERE) && row.names(method));
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
