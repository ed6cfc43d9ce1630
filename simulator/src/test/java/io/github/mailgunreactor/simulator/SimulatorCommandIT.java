package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SimulatorCommandIT {
    private static final int TERMINATED = 128 + 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void servesUntilItIsTerminated() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(List.of("--port", "0", "--region", "us", "--region", "eu", "--key", "key-mine"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String us = baseUrl(firstLine(lines), "us");
            String eu = baseUrl(lines.readLine(), "eu");
            assertThat(lines.readLine()).isEqualTo("API key: key-mine");
            assertThat(lines.readLine()).matches("Webhook signing key: [0-9a-f]{32}");
            assertThat(lines.readLine()).contains("curl -u api:key-mine " + us + "/v1/keys");
            assertThat(lines.readLine()).isEqualTo("Control: " + us + "/_simulator/health");
            assertThat(Caller.at(us, "key-mine").get("/v1/keys").statusCode()).isEqualTo(200);
            assertThat(Caller.at(eu, "key-mine").get("/v1/keys").statusCode()).isEqualTo(200);

            process.toHandle().destroy();

            assertThat(lines.readLine()).isEqualTo("Stopped.");
            assertThat(lines.readLine()).isNull();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    /** From JDK 24 on the JVM warns before of native access, which the manifest of the runnable jar allows. */
    private static String firstLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line.isEmpty() || line.startsWith("WARNING: ")) {
            line = lines.readLine();
        }
        return line;
    }

    private static String baseUrl(String line, String region) {
        Matcher matcher = Pattern.compile("Mailgun simulator, region " + region + ": (http://127.0.0.1:\\d+)")
                .matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher.group(1);
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--region", "--key", "--page-size", "--host", "--seed", "--keep", "--tls");
    }

    @Test
    void refusesBadArgumentsWithTheReason() throws Exception {
        assertThat(run("--port", "http")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--port must be a number, but is \"http\"")
                .contains("--help");
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            String port = simulator.baseUrl().substring(simulator.baseUrl().lastIndexOf(':') + 1);

            assertThat(run("--port", port)).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot listen on port " + port);
        }
    }

    private int run(String... arguments) throws InterruptedException {
        return SimulatorCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }
}
