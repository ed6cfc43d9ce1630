package io.github.mailgunreactor.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** From the start of a fresh JVM to the first response, client after client in turns. */
final class ColdStart {
    static final String SUBJECT = "first response";

    private ColdStart() {}

    /** Takes the number of rounds (default 15) and the clients (default this library and bare Reactor Netty). */
    static void measure(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        List<String> peers =
                arguments.length > 1 ? List.of(arguments[1].split(",", -1)) : List.of("mailgun-reactor", Peers.BARE);
        Map<String, List<double[]>> taken = new LinkedHashMap<>();
        try (Child server = Child.start("AnswerServer")) {
            String url = "http://127.0.0.1:" + server.answer();
            for (int round = -1; round < rounds; round++) {
                for (String peer : peers) {
                    double[] start = start(peer, url);
                    if (round >= 0) {
                        taken.computeIfAbsent(peer, name -> new ArrayList<>()).add(start);
                    }
                }
            }
        }
        Results results = new Results("cold-start");
        taken.forEach((peer, starts) -> results.set(
                SUBJECT,
                peer,
                starts.stream().map(start -> start[0] + " " + start[1]).toList()));
        results.write();
        System.out.printf("%nfirst answer in a fresh JVM, %d rounds%n", rounds);
        for (String peer : peers) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %5.0f ms   %5.0f ms CPU   time/bare %s   CPU/bare %s%n",
                    peer,
                    results.spread(SUBJECT, peer, 0).median(),
                    results.spread(SUBJECT, peer, 1).median(),
                    results.ratio(SUBJECT, peer, Peers.BARE, 0),
                    results.ratio(SUBJECT, peer, Peers.BARE, 1));
        }
    }

    private static double[] start(String peer, String url) throws IOException {
        long start = System.nanoTime();
        try (Child child = Child.start("ColdStart$FirstResponse", peer, url)) {
            double cpu = Double.parseDouble(child.answer());
            return new double[] {(System.nanoTime() - start) / 1e6, cpu};
        }
    }

    /** Makes one call and prints the CPU time of the process until its response, in milliseconds. */
    static final class FirstResponse {
        private FirstResponse() {}

        public static void main(String[] arguments) throws Exception {
            CompletableFuture<Boolean> answered = new CompletableFuture<>();
            Peer peer = Peers.open(arguments[0], arguments[1], Path.of("unused"));
            peer.call(Scenario.DOMAIN, failure -> answered.complete(failure == null));
            if (!answered.get()) {
                throw new IllegalStateException("no response");
            }
            OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            System.out.println(process.getProcessCpuTime() / 1e6);
            Runtime.getRuntime().halt(0);
        }
    }
}
