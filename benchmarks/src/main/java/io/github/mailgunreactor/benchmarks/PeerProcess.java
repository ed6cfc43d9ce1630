package io.github.mailgunreactor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** One client in a process of its own, which makes calls when it is told to: its CPU time and memory are its own. */
final class PeerProcess {
    private PeerProcess() {}

    /**
     * Reads lines of {@code scenario in-flight scale} and responses each with a line; {@code memory} and {@code threads}
     * tell the peak of the process's memory and its threads' names.
     */
    public static void main(String[] arguments) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Peer peer = Peers.open(arguments[0], arguments[1], Path.of(arguments[2]))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(answer(peer, command));
            }
        }
        // Whatever threads a client left behind.
        Runtime.getRuntime().halt(0);
    }

    private static String answer(Peer peer, String command) throws Exception {
        if (command.equals("memory")) {
            return Long.toString(peakKilobytes());
        }
        if (command.equals("threads")) {
            return threadNames().toString();
        }
        String[] parts = command.split(" ", -1);
        Scenario scenario = Scenario.named(parts[0]);
        if (!peer.supports(scenario)) {
            return "unsupported";
        }
        try {
            return Load.run(peer, scenario, Integer.parseInt(parts[1]), Double.parseDouble(parts[2]))
                    .toLine();
        } catch (IllegalStateException failed) {
            failed.printStackTrace();
            return "failed";
        }
    }

    private static Set<String> threadNames() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            names.add(thread.getName().replaceAll("[0-9]+", "#"));
        }
        return names;
    }

    /** The most memory that the process ever had resident, where the system tells, otherwise 0. */
    static long peakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
