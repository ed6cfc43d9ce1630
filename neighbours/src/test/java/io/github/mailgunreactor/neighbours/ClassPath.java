package io.github.mailgunreactor.neighbours;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What Maven makes of a folder of {@code class-paths}, and programs that run on it. */
record ClassPath(String name, List<String> jars) {
    static final Path FOLDERS = Path.of("class-paths");
    private static final Path TEST_CLASSES = Path.of("target/test-classes");

    /** What a program said and how it ended. */
    record Result(int exitCode, String output) {}

    static boolean isResolved(String name) {
        return Files.exists(file(name));
    }

    private static Path file(String name) {
        return FOLDERS.resolve(name).resolve("target/class-path.txt");
    }

    static ClassPath of(String name) throws IOException {
        return new ClassPath(name, List.of(Files.readString(file(name)).strip().split(File.pathSeparator, -1)));
    }

    ClassPath reversed() {
        List<String> backwards = new ArrayList<>(jars);
        Collections.reverse(backwards);
        return new ClassPath(name, backwards);
    }

    Result run(Class<?> program, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                String.join(File.pathSeparator, jars) + File.pathSeparator + TEST_CLASSES.toAbsolutePath(),
                program.getName()));
        command.addAll(List.of(args));
        Path output = Files.createTempFile("neighbours", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
