package io.github.mailgunreactor.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Whole calls over loopback, each client and the server in a process of its own. The clients take turns, round by round,
 * so that what else the machine does meets them all; ratios are taken within a round.
 */
final class EndToEnd {
    private static final String HELP = """
            Usage: java -jar benchmarks/target/benchmarks.jar end-to-end [options]
              --peers a,b        of %s
              --scenarios a,b    of domain,logs,create-key,send,upload-1mb,upload-1gb,bounces
              --in-flight 1,64   calls at the same time (default 1,64,1024)
              --rounds 5         turns of each client that count; half as many before them do not
              --scale 1          more or fewer calls in a turn, which has about a second's
              --server nginx     nginx in place of our server, where it is installed; it answers domain, create-key, send
              --server URL       or one that runs already and answers like AnswerServer
              --processors 0,1   the server and the clients each on a processor of its own, by taskset
            With another server or chosen processors, figures are printed and not kept for the report.
            """.formatted(String.join(",", Peers.NAMES));

    private final Map<String, String> options;
    private final Path gigabyte;

    private EndToEnd(Map<String, String> options, Path gigabyte) {
        this.options = options;
        this.gigabyte = gigabyte;
    }

    static void measure(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                System.out.print(HELP);
                return;
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        Path gigabyte = Files.createTempFile("gigabyte", ".bin");
        try {
            new EndToEnd(options, gigabyte).run();
        } finally {
            Files.delete(gigabyte);
        }
    }

    private void run() throws Exception {
        String[] scenarios = list("scenarios", "domain,logs,create-key,send,upload-1mb");
        String[] inFlight = list("in-flight", "1,64,1024");
        if (Arrays.asList(scenarios).contains("upload-1gb")) {
            try (RandomAccessFile file = new RandomAccessFile(gigabyte.toFile(), "rw")) {
                file.setLength(1L << 30);
            }
        }
        Results results = new Results("end-to-end");
        String[] processors = list("processors", ",");
        try (Server server = Server.open(options.getOrDefault("server", Server.OURS), processors[0])) {
            for (String scenario : scenarios) {
                for (String calls : inFlight) {
                    compare(Scenario.named(scenario), Integer.parseInt(calls), server, processors[1], results);
                }
            }
        } catch (FileNotFoundException missing) {
            System.out.println(missing.getMessage());
        }
    }

    /** Each comparison has new processes, so that one does not profit from what another compiled. */
    private void compare(Scenario scenario, int inFlight, Server server, String processors, Results results)
            throws Exception {
        int rounds = Integer.parseInt(options.getOrDefault("rounds", "5"));
        String command =
                scenario.name().toLowerCase(Locale.ROOT) + " " + inFlight + " " + options.getOrDefault("scale", "1");
        Map<String, Child> children = new LinkedHashMap<>();
        Map<String, List<Round>> taken = new LinkedHashMap<>();
        Map<String, List<Double>> serverMicros = new LinkedHashMap<>();
        try {
            for (String peer : list("peers", String.join(",", Peers.NAMES))) {
                children.put(
                        peer,
                        Child.startOn(processors, "-Xmx512m", "PeerProcess", peer, server.url(), gigabyte.toString()));
            }
            for (int round = -Math.max(1, rounds / 2); round < rounds; round++) {
                for (Map.Entry<String, Child> peer : List.copyOf(children.entrySet())) {
                    double before = server.cpuMicros();
                    String answer = peer.getValue().ask(command);
                    if (answer.equals("unsupported") || answer.equals("failed")) {
                        System.out.printf("%-16s %s%n", peer.getKey(), answer);
                        peer.getValue().close();
                        children.remove(peer.getKey());
                    } else if (round >= 0) {
                        Round taking = Round.parse(answer);
                        taken.computeIfAbsent(peer.getKey(), name -> new ArrayList<>())
                                .add(taking);
                        serverMicros
                                .computeIfAbsent(peer.getKey(), name -> new ArrayList<>())
                                .add((server.cpuMicros() - before) / taking.calls());
                    }
                }
            }
            print(scenario, inFlight, taken, serverMicros, children, results);
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    private void print(
            Scenario scenario,
            int inFlight,
            Map<String, List<Round>> taken,
            Map<String, List<Double>> serverMicros,
            Map<String, Child> children,
            Results results)
            throws IOException {
        List<Round> bare = taken.getOrDefault(Peers.BARE, List.of());
        System.out.printf("%n%s, %d in flight%n", scenario.title(), inFlight);
        System.out.printf(
                "%-16s %10s %9s %9s %10s %7s %7s %8s %8s %8s   %s%n",
                "",
                "calls/s",
                "cpu us",
                "server us",
                "bytes",
                "threads",
                "MB",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "cpu and bytes / bare");
        for (Map.Entry<String, List<Round>> peer : taken.entrySet()) {
            List<Round> rounds = peer.getValue();
            Child child = Objects.requireNonNull(children.get(peer.getKey()));
            long memory = Long.parseLong(child.ask("memory")) / 1024;
            Spread cpu = Spread.ratio(rounds, bare, Round::cpuMicros);
            Spread bytes = Spread.ratio(rounds, bare, Round::bytes);
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %10.0f %9.1f %9.1f %10.0f %7.0f %7d %8.2f %8.2f %8.2f   %s  %s%n",
                    peer.getKey(),
                    median(rounds, Round::perSecond),
                    median(rounds, Round::cpuMicros),
                    median(serverMicros.getOrDefault(peer.getKey(), List.of())),
                    median(rounds, Round::bytes),
                    median(rounds, Round::threads),
                    memory,
                    median(rounds, Round::p50),
                    median(rounds, Round::p99),
                    median(rounds, Round::p999),
                    cpu,
                    bytes);
            if (keepsFigures()) {
                results.set(
                        subject(scenario, inFlight),
                        peer.getKey(),
                        rounds.stream()
                                .map(round -> round.toLine() + " " + memory)
                                .toList());
            }
        }
        List<Round> official = taken.getOrDefault(Peers.OFFICIAL, List.of());
        List<Round> ours = taken.getOrDefault(Ratios.LIBRARY, List.of());
        if (!official.isEmpty() && !ours.isEmpty()) {
            System.out.println("calls per second of " + Ratios.LIBRARY + " / " + Peers.OFFICIAL + ": "
                    + Spread.ratio(ours, official, Round::perSecond));
        }
        Child library = children.get(Ratios.LIBRARY);
        if (library != null) {
            System.out.println("threads of " + Ratios.LIBRARY + ": " + library.ask("threads"));
        }
        if (keepsFigures()) {
            results.write();
        }
    }

    static String subject(Scenario scenario, int inFlight) {
        return scenario + " " + inFlight;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds, figure).median();
    }

    private static double median(List<Double> values) {
        return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private boolean keepsFigures() {
        return !options.containsKey("server") && !options.containsKey("processors");
    }

    private String[] list(String option, String otherwise) {
        return options.getOrDefault(option, otherwise).split(",", -1);
    }
}
