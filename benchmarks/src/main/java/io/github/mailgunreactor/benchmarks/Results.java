package io.github.mailgunreactor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of runs as tab-separated lines: what was measured, by whom, when, and a column per figure, a line per round. A
 * new run replaces what it measured anew and leaves the rest.
 */
final class Results {
    static final Path FOLDER = Path.of("benchmarks", "results");

    private final Path file;
    private final Map<Key, List<String>> rounds = new LinkedHashMap<>();

    /**
     * What was measured, and on whom.
     *
     * @param subject for instance a scenario and the number of calls in flight
     * @param peer a client, a library, or another way to do it
     */
    record Key(String subject, String peer) {}

    Results(String name) throws IOException {
        this.file = FOLDER.resolve(name + ".tsv");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split("\t", 4);
                rounds.computeIfAbsent(new Key(columns[0], columns[1]), key -> new ArrayList<>())
                        .add(columns[2] + "\t" + columns[3]);
            }
        }
    }

    /** Sets the rounds of a measurement, each as the text of its figures. */
    void set(String subject, String peer, List<String> figures) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        rounds.put(
                new Key(subject, peer),
                figures.stream().map(figure -> today + "\t" + figure).toList());
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        rounds.forEach((key, lines) -> lines.forEach(line -> text.append(key.subject())
                .append('\t')
                .append(key.peer())
                .append('\t')
                .append(line)
                .append('\n')));
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
    }

    /** Who was measured on a subject, in the order of the measurement. */
    List<String> peers(String subject) {
        return rounds.keySet().stream()
                .filter(key -> key.subject().equals(subject))
                .map(Key::peer)
                .toList();
    }

    List<String> subjects() {
        return rounds.keySet().stream().map(Key::subject).distinct().toList();
    }

    /** A figure of every round, by the number of its column; empty where it was not measured. */
    double[] figures(String subject, String peer, int column) {
        return rounds.getOrDefault(new Key(subject, peer), List.of()).stream()
                .mapToDouble(line -> Double.parseDouble(line.split("[\t ]", -1)[column + 1]))
                .toArray();
    }

    Spread spread(String subject, String peer, int column) {
        return Spread.of(figures(subject, peer, column));
    }

    /** Round by round, the quotient of one peer's figure and another's. */
    Spread ratio(String subject, String peer, String other, int column) {
        return Spread.ratio(figures(subject, peer, column), figures(subject, other, column));
    }

    /** When it was measured, or an empty text. */
    String date(String subject, String peer) {
        List<String> lines = rounds.getOrDefault(new Key(subject, peer), List.of());
        return lines.isEmpty() ? "" : lines.get(0).split("\t", -1)[0];
    }
}
