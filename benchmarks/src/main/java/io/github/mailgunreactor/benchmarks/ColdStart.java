package io.github.mailgunreactor.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** From the start of a fresh JVM to the first response, client after client in turns. */
final class ColdStart {
    private static final String HEAP = "-Xmx512m";
    static final String SUBJECT = "first response";
    static final String OVER_TLS = "first response over TLS";

    private ColdStart() {}

    /** Takes the number of rounds (default 15) and the clients (default this library and bare Reactor Netty). */
    static void measure(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        List<String> peers =
                arguments.length > 1 ? List.of(arguments[1].split(",", -1)) : List.of("mailgun-reactor", Peers.BARE);
        Results results = new Results("cold-start");
        try (Child server = Child.start("AnswerServer")) {
            measure(SUBJECT, HEAP, "http://127.0.0.1:" + server.answer(), rounds, peers, results);
        }
        TlsFiles tls = TlsFiles.make(Files.createTempDirectory("cold-start"));
        try (Child server = Child.start("AnswerServer", tls.keyStore().toString())) {
            String options = HEAP + " -Djavax.net.ssl.trustStore=" + tls.trustStore();
            measure(OVER_TLS, options, "https://127.0.0.1:" + server.answer(), rounds, peers, results);
        }
        results.write();
    }

    private static void measure(
            String subject, String options, String url, int rounds, List<String> peers, Results results)
            throws IOException {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (String peer : peers) {
                String start = start(options, peer, url);
                if (round >= 0) {
                    taken.computeIfAbsent(peer, name -> new ArrayList<>()).add(start);
                }
            }
        }
        taken.forEach((peer, starts) -> results.set(subject, peer, starts));
        System.out.printf("%n%s in a fresh JVM, %d rounds%n", subject, rounds);
        for (String peer : peers) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %5.0f ms   %5.0f ms CPU   time/bare %s   CPU/bare %s%n",
                    peer,
                    results.spread(subject, peer, 0).median(),
                    results.spread(subject, peer, 1).median(),
                    results.ratio(subject, peer, Peers.BARE, 0),
                    results.ratio(subject, peer, Peers.BARE, 1));
        }
    }

    /** Milliseconds from the start of the JVM to the response, and milliseconds of CPU time. */
    private static String start(String options, String peer, String url) throws IOException {
        long start = System.nanoTime();
        try (Child child = Child.startWith(options, "ColdStart$FirstResponse", peer, url)) {
            double cpu = Double.parseDouble(child.answer());
            return (System.nanoTime() - start) / 1e6 + " " + cpu;
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
