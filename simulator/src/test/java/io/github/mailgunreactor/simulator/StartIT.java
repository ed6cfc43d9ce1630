package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon a simulator in a process of its own answers. What takes the time is the loading of classes, which every build
 * holds, on a machine however busy; {@code -Dsoak=true} holds the second itself, on one that is not.
 */
class StartIT {
    private static final Path JAR = Path.of(System.getProperty("basedir", "."), "target", "simulator.jar");
    private static final int STARTS = 9;
    private static final int MOST_MILLIS = 1000;

    /** Of the simulator and its libraries: how many of its own a JDK loads differs by its version. */
    private static final int MOST_CLASSES = 2150;

    @TempDir
    Path folder;

    @Test
    void answersBeforeItLoadsWhatOnlyLaterRequestsNeed() throws Exception {
        Path log = folder.resolve("classes.txt");

        start("-Xlog:class+load:file=" + log);

        List<String> loaded = loadedFromFiles(log);
        assertThat(loaded).contains(SimulatorCommand.class.getName());
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("com.github.jknack."))
                .noneMatch(name -> name.startsWith("reactor.netty.http.client.HttpClientConnect"));
        assertThat(loaded).hasSizeLessThan(MOST_CLASSES);
        assertThat(log).content().doesNotContain(" sun.security.ssl.");
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = "true")
    void answersWithinASecond() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            millis.add(start("-Xmx128m"));
        }
        Collections.sort(millis);
        say("first answer after " + millis.get(STARTS / 2) + " ms (median), " + millis.get(0) + " to "
                + millis.get(STARTS - 1));

        assertThat(millis.get(STARTS / 2)).isLessThanOrEqualTo(MOST_MILLIS);
    }

    /** Starts a simulator, ends it when it has answered, and gives how many milliseconds that took. */
    private static long start(String option) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", option));
        command.addAll(
                Files.exists(JAR)
                        ? List.of("-jar", JAR.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), SimulatorCommand.class.getName()));
        command.addAll(List.of("--port", Integer.toString(port)));
        Caller caller = Caller.at("http://127.0.0.1:" + port, SimulatorBuilder.DEFAULT_KEY);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!answers(caller)) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(3);
            }
            return (System.nanoTime() - begun) / 1_000_000;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean answers(Caller caller) throws Exception {
        try {
            return caller.get("/_simulator/health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> loadedFromFiles(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: file:"))
                    .map(line -> line.replaceFirst(" source: .*", "").replaceFirst(".* ", ""))
                    .toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @SuppressWarnings("SystemOut") // the figures are what a soak is for
    private static void say(String what) {
        System.out.println("simulator: " + what);
    }
}
