package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.Ratios.LIBRARY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Renders the last results: the figures between two marks of {@code docs/performance.md}, the charts beside it, and one
 * page of HTML with both. What is written around the marks, by people, stays.
 */
final class PerformanceReport {
    private static final Path PAGE = Path.of("docs", "performance.md");
    private static final Path CHARTS = Path.of("docs", "performance");
    private static final String BEGIN = "<!-- figures: written by `benchmarks.jar report` -->";
    private static final String END = "<!-- end of the figures -->";
    private static final int IN_FLIGHT = 64;

    private final Results calls = new Results("end-to-end");
    private final Results ratios = new Results("ratios");
    private final Results starts = new Results("cold-start");
    private final Results memory = new Results("small-memory");
    private final Map<String, String> charts = new LinkedHashMap<>();

    private PerformanceReport() throws IOException {}

    static void render() throws IOException {
        new PerformanceReport().write();
    }

    private void write() throws IOException {
        Files.createDirectories(CHARTS);
        String figures = "\n" + machine() + budgets() + callCharts() + partCharts() + callTables();
        for (Map.Entry<String, String> chart : charts.entrySet()) {
            Files.writeString(CHARTS.resolve(chart.getKey() + ".svg"), chart.getValue());
        }
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalStateException(PAGE + " has no marks to write between");
        }
        String written = page.substring(0, begin) + figures + page.substring(end);
        Files.writeString(PAGE, written);
        Files.writeString(CHARTS.resolve("performance.html"), new HtmlPage(charts).of(written));
        System.out.println("wrote " + PAGE + " and " + charts.size() + " charts");
    }

    // Where and when

    private String machine() throws IOException {
        List<String> dates = Stream.of(
                        calls.date(domain(), Peers.BARE),
                        ratios.date(Ratios.decode(Answer.LOGS), LIBRARY),
                        starts.date(ColdStart.SUBJECT, LIBRARY))
                .filter(date -> !date.isEmpty())
                .distinct()
                .toList();
        Properties versions = versions();
        return ("\nMeasured on %s: %s, %d processors, %s, Java %s (%s). Reactor Netty %s, Netty %s, Jackson %s and %s, "
                        + "Spring %s, OkHttp %s, mailgun-java %s.%n%n")
                .formatted(
                        String.join(" and ", dates),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        versions.getProperty("reactor-netty"),
                        versions.getProperty("netty"),
                        versions.getProperty("jackson"),
                        versions.getProperty("jackson2"),
                        versions.getProperty("spring"),
                        versions.getProperty("okhttp"),
                        versions.getProperty("mailgun-java"));
    }

    private static Properties versions() throws IOException {
        Properties versions = new Properties();
        try (InputStream file =
                Objects.requireNonNull(PerformanceReport.class.getResourceAsStream("versions.properties"))) {
            versions.load(file);
        }
        return versions;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    // The budgets

    private String budgets() {
        StringBuilder table = new StringBuilder("## Budgets\n\n| figure | budget | measured | |\n|---|---|---|---|\n");
        budget(
                table,
                "GET of a domain, 64 in flight: CPU time per call / bare Reactor Netty",
                1.10,
                calls.ratio(domain(), LIBRARY, Peers.BARE, Round.CPU));
        budget(
                table,
                "the same: bytes allocated per call / bare",
                1.25,
                calls.ratio(domain(), LIBRARY, Peers.BARE, Round.BYTES));
        budget(
                table,
                "page of 100 logs: CPU time per page / bare",
                0.90,
                calls.ratio(logs(), LIBRARY, Peers.BARE, Round.CPU));
        atLeast(
                table,
                "GET of a domain, 64 in flight: calls per second / official SDK",
                4.5,
                calls.ratio(domain(), LIBRARY, Peers.OFFICIAL, Round.PER_SECOND));
        atLeast(
                table,
                "page of 100 logs: pages per second / official SDK",
                4.5,
                calls.ratio(logs(), LIBRARY, Peers.OFFICIAL, Round.PER_SECOND));
        budget(
                table,
                "send a message, 64 in flight: CPU time per call / bare",
                0.90,
                calls.ratio(send(), LIBRARY, Peers.BARE, Round.CPU));
        budget(
                table,
                "the same: bytes allocated per call / bare",
                0.90,
                calls.ratio(send(), LIBRARY, Peers.BARE, Round.BYTES));
        atLeast(
                table,
                "the same: calls per second / official SDK",
                4.5,
                calls.ratio(send(), LIBRARY, Peers.OFFICIAL, Round.PER_SECOND));
        budget(
                table,
                "encode a message of 30 options: time / Spring's multipart writer",
                0.3,
                ratios.ratio("send options", LIBRARY, Ratios.SPRING, Ratios.NANOS));
        budget(
                table,
                "decode the page of logs: time / Jackson 2.21",
                1.0,
                ratios.ratio(Ratios.decode(Answer.LOGS), LIBRARY, Ratios.JACKSON_2, Ratios.NANOS));
        budget(
                table,
                "encode a multipart body of 12 fields: time / Netty's encoder",
                0.5,
                ratios.ratio(Ratios.multipart(12), LIBRARY, Ratios.NETTY, Ratios.NANOS));
        Spread peak = memory.spread(SmallMemory.SUBJECT, LIBRARY, 2);
        row(
                table,
                "1 GB up and down, and 100 MB in attachments, with 64 MB of heap and 64 MB beside it",
                "runs",
                peak.isKnown() ? "runs; the process peaks at %.0f MB".formatted(peak.median()) : "not measured",
                peak.isKnown());
        budget(
                table,
                "paging, 100 items a page: nanoseconds per item",
                50,
                ratios.spread(Ratios.paged(100), LIBRARY, Ratios.NANOS));
        Spread threads = calls.spread(EndToEnd.subject(Scenario.DOMAIN, 1024), LIBRARY, Round.THREADS);
        row(
                table,
                "threads at 1,024 in flight",
                "event loops only",
                threads.isKnown()
                        ? "%.0f in the whole process, the JVM's own included".formatted(threads.median())
                        : "not measured",
                threads.isKnown() && threads.median() <= 12);
        budget(
                table,
                "first response in a fresh JVM: time / bare",
                1.2,
                starts.ratio(ColdStart.SUBJECT, LIBRARY, Peers.BARE, 0));
        budget(
                table,
                "the same over TLS, as Mailgun wants it",
                1.2,
                starts.ratio(ColdStart.OVER_TLS, LIBRARY, Peers.BARE, 0));
        return table.append("\nMedian, and the quartiles of the rounds.\n\n").toString();
    }

    private static void budget(StringBuilder table, String figure, double budget, Spread measured) {
        row(table, figure, "at most " + trimmed(budget), measured.toString(), measured.median() <= budget);
    }

    private static void atLeast(StringBuilder table, String figure, double budget, Spread measured) {
        row(table, figure, "at least " + trimmed(budget), measured.toString(), measured.median() >= budget);
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private static void row(StringBuilder table, String figure, String budget, String measured, boolean met) {
        table.append("| %s | %s | %s | %s |%n".formatted(figure, budget, measured, met ? "met" : "**missed**"));
    }

    // The charts

    private String callCharts() {
        StringBuilder text = new StringBuilder("## Whole calls\n\n");
        for (Scenario scenario : Scenario.values()) {
            for (int inFlight : new int[] {IN_FLIGHT, 1}) {
                String subject = EndToEnd.subject(scenario, inFlight);
                boolean first = inFlight == IN_FLIGHT
                        || calls.peers(EndToEnd.subject(scenario, IN_FLIGHT)).isEmpty();
                if (!first || calls.peers(subject).isEmpty()) {
                    continue;
                }
                String title = capitalized(scenario.title()) + ", " + inFlight + " in flight";
                String name = scenario.name().toLowerCase(Locale.ROOT).replace('_', '-');
                text.append(callChart(
                        name + "-cpu",
                        title,
                        "CPU time of the client's process per call, microseconds: less is better",
                        subject,
                        Round.CPU));
                text.append(callChart(
                        name + "-bytes",
                        title,
                        "bytes allocated on the heap per call: less is better",
                        subject,
                        Round.BYTES));
            }
        }
        return text.toString();
    }

    private String callChart(String name, String title, String axis, String subject, int column) {
        BarChart chart = new BarChart(title, axis);
        for (String peer : calls.peers(subject)) {
            chart.add(Peers.title(peer), calls.spread(subject, peer, column), peer.equals(LIBRARY));
        }
        return image(name, title + ": " + axis, chart);
    }

    private String partCharts() {
        BarChart decode =
                new BarChart("Decode JSON into records", "CPU time / that of Jackson 2.21 databind: less is better");
        for (Answer answer : Answer.values()) {
            for (String peer : List.of(LIBRARY, Ratios.JACKSON_2, Ratios.JACKSON_3)) {
                decode.add(
                        answer.name().toLowerCase(Locale.ROOT) + ": " + peer,
                        ratios.ratio(Ratios.decode(answer), peer, Ratios.JACKSON_2, Ratios.NANOS),
                        peer.equals(LIBRARY));
            }
        }
        BarChart multipart = new BarChart(
                "Encode a multipart body", "CPU time / that of Netty's HttpPostRequestEncoder: less is better");
        for (int fields : new int[] {3, 12, 60}) {
            for (String peer : List.of(LIBRARY, Ratios.NETTY, Ratios.SPRING)) {
                multipart.add(
                        fields + " fields: " + peer,
                        ratios.ratio(Ratios.multipart(fields), peer, Ratios.NETTY, Ratios.NANOS),
                        peer.equals(LIBRARY));
            }
        }
        return "## Parts\n\n"
                + image("decode", "Time to decode, relative to Jackson 2.21", decode)
                + image("multipart", "Time to encode multipart, relative to Netty", multipart);
    }

    private String image(String name, String text, BarChart chart) {
        if (chart.isEmpty()) {
            return "";
        }
        charts.put(name, chart.svg());
        return "![%s](performance/%s.svg)%n%n".formatted(text, name);
    }

    // The figures

    private String callTables() {
        StringBuilder text = new StringBuilder("## Figures of the whole calls\n\n");
        for (String subject : calls.subjects()) {
            String[] parts = subject.split(" ", -1);
            text.append("### ")
                    .append(capitalized(Scenario.named(parts[0]).title()))
                    .append(", ")
                    .append(parts[1])
                    .append(
                            " in flight\n\n| | calls/s | CPU µs | bytes | threads | peak MB | p50 ms | p99 ms | p99.9 ms |"
                                    + " CPU / bare | bytes / bare |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|\n");
            for (String peer : calls.peers(subject)) {
                text.append("| ").append(Peers.title(peer));
                for (int column : List.of(
                        Round.PER_SECOND,
                        Round.CPU,
                        Round.BYTES,
                        Round.THREADS,
                        Round.MEGABYTES,
                        Round.P50,
                        Round.P99,
                        Round.P999)) {
                    text.append(" | ")
                            .append(number(calls.spread(subject, peer, column).median()));
                }
                text.append(" | ")
                        .append(calls.ratio(subject, peer, Peers.BARE, Round.CPU))
                        .append(" | ")
                        .append(calls.ratio(subject, peer, Peers.BARE, Round.BYTES))
                        .append(" |\n");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String domain() {
        return EndToEnd.subject(Scenario.DOMAIN, IN_FLIGHT);
    }

    private static String send() {
        return EndToEnd.subject(Scenario.SEND, IN_FLIGHT);
    }

    private static String logs() {
        return EndToEnd.subject(Scenario.LOGS, IN_FLIGHT);
    }
}
