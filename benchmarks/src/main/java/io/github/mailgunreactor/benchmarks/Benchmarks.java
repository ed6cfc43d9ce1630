package io.github.mailgunreactor.benchmarks;

import java.util.Arrays;

/** The commands of {@code benchmarks.jar}. */
public final class Benchmarks {
    private static final String HELP = """
            Usage: java -jar benchmarks/target/benchmarks.jar COMMAND [options]
              end-to-end     whole calls over loopback beside other clients; --help tells the options
              ratios         JSON, multipart, paging and messages beside other libraries, in turns
              messages       of these, messages alone
              cold-start     the first response in fresh JVMs
              small-memory   1 GB up and down in 64 MB
              report         docs/performance.md and .html from the last results
              jmh            all benchmarks, with the options of JMH
            Run it from the repository's root: results are kept in benchmarks/results.
            """;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 ? "help" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (command) {
            case "end-to-end" -> EndToEnd.measure(rest);
            case "ratios" -> Ratios.measure(rest);
            case "messages" -> Ratios.measureMessages(rest);
            case "cold-start" -> ColdStart.measure(rest);
            case "small-memory" -> SmallMemory.measure();
            case "report" -> PerformanceReport.render();
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            default -> System.out.print(HELP);
        }
        // Clients' threads that are no daemons would keep the process.
        System.exit(0);
    }
}
