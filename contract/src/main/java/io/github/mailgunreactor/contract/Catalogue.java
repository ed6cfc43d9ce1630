package io.github.mailgunreactor.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The operations that Mailgun publishes for the modules of this library, with their declared parameters. */
final class Catalogue {
    private Catalogue() {}

    /**
     * An operation.
     *
     * @param name verb and path template
     */
    record Operation(String module, String name, List<String> query, List<String> body) {

        /** The name with its variables unnamed: what they are called differs between sources. */
        String shape() {
            return shape(name);
        }

        static String shape(String name) {
            return name.replaceAll("\\{[^}]*}", "{}");
        }
    }

    static List<Operation> of(String module) {
        return all().stream()
                .filter(operation -> operation.module().equals(module))
                .toList();
    }

    static List<Operation> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("operations.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Catalogue::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Operation parse(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        return new Operation(words.get(0), words.get(1) + " " + words.get(2), marked(words, '?'), marked(words, '+'));
    }

    private static List<String> marked(List<String> words, char mark) {
        return words.stream()
                .skip(3)
                .filter(word -> word.charAt(0) == mark)
                .map(word -> word.substring(1))
                .toList();
    }
}
