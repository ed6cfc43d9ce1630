package io.github.mailgunreactor.redis;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Processes that do as they are told. A JVM takes seconds to start, so that all tests have the same ones; who was killed is replaced. */
final class Instances implements AutoCloseable {
    private final List<Running> running = new ArrayList<>();

    private record Running(Process process, BufferedReader answers) {
        static Running start(int number) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty(
                                    "surefire.test.class.path", requireNonNull(System.getProperty("java.class.path"))),
                            Instance.class.getName(),
                            String.valueOf(number))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Running(process, process.inputReader(StandardCharsets.UTF_8));
        }

        void tell(String order) throws IOException {
            process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("an instance has ended");
            }
            return line;
        }
    }

    static Instances start(int count) throws IOException {
        Instances instances = new Instances();
        for (int i = 0; i < count; i++) {
            instances.running.add(Running.start(i));
        }
        instances.answers();
        return instances;
    }

    int count() {
        return running.size();
    }

    void tellAll(Object... order) throws IOException {
        for (int i = 0; i < running.size(); i++) {
            tell(i, order);
        }
    }

    void tell(int number, Object... order) throws IOException {
        running.get(number)
                .tell(String.join(
                        " ", List.of(order).stream().map(String::valueOf).toList()));
    }

    /** What each says when it has done what it was told. */
    List<String> answers() {
        return IntStream.range(0, running.size()).mapToObj(this::answer).toList();
    }

    private String answer(int number) {
        try {
            return running.get(number).answer();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Kills one as {@code kill -9} does, and starts another one in its place, which has been told nothing. */
    void replace(int number) throws IOException, InterruptedException {
        running.get(number).process.destroyForcibly().waitFor();
        running.set(number, Running.start(number));
        answer(number);
    }

    @Override
    public void close() {
        running.forEach(instance -> instance.process.destroyForcibly());
    }
}
