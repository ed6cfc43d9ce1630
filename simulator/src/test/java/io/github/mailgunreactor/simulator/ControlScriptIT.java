package io.github.mailgunreactor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ControlScriptIT {

    @Test
    void aShellAndCurlAreEnough() throws Exception {
        assumeTrue(isInstalled("curl") && isInstalled("sh"), "needs curl and a shell");
        Path script = Path.of(Objects.requireNonNull(ControlScriptIT.class.getResource("/control.sh"))
                .toURI());
        try (Simulator simulator = Simulator.start()) {
            Process process = new ProcessBuilder("sh", script.toString(), simulator.baseUrl(), simulator.key())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
