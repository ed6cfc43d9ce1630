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
        return Files.exists(jars(name)) || Files.exists(shaded(name));
    }

    private static Path jars(String name) {
        return FOLDERS.resolve(name).resolve("target/class-path.txt");
    }

    private static Path shaded(String name) {
        return FOLDERS.resolve(name).resolve("target/shaded.jar").toAbsolutePath();
    }

    static ClassPath of(String name) throws IOException {
        if (Files.exists(shaded(name))) {
            return new ClassPath(name, List.of(shaded(name).toString()));
        }
        return new ClassPath(name, List.of(Files.readString(jars(name)).strip().split(File.pathSeparator, -1)));
    }

    ClassPath reversed() {
        List<String> backwards = new ArrayList<>(jars);
        Collections.reverse(backwards);
        return new ClassPath(name, backwards);
    }

    /** With the JDK that runs the tests. */
    Result run(Class<?> program, String... args) throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home")), program, args);
    }

    Result run(Path javaHome, Class<?> program, String... args) throws IOException, InterruptedException {
        List<String> command = java(javaHome);
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, jars) + File.pathSeparator + TEST_CLASSES.toAbsolutePath(),
                program.getName()));
        command.addAll(List.of(args));
        return run(command);
    }

    /** As modules, with the one that the folder itself was compiled to. */
    Result runModule(String mainModule, String... args) throws IOException, InterruptedException {
        List<String> command = java(Path.of(System.getProperty("java.home")));
        Path own = FOLDERS.resolve(name).resolve("target/classes").toAbsolutePath();
        command.addAll(List.of(
                "--module-path",
                String.join(File.pathSeparator, jars) + File.pathSeparator + own,
                "--add-modules",
                "ALL-MODULE-PATH",
                "--module",
                mainModule));
        command.addAll(List.of(args));
        return run(command);
    }

    private static List<String> java(Path home) {
        return new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    }

    static Result run(List<String> command) throws IOException, InterruptedException {
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
