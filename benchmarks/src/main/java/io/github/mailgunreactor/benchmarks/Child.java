package io.github.mailgunreactor.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A Java process of this class path that answers lines with lines. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Child(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    static Child start(String main, String... arguments) throws IOException {
        return startWith("-Xmx512m", main, arguments);
    }

    /** With options of the JVM in place of the usual ones, separated by spaces. */
    static Child startWith(String options, String main, String... arguments) throws IOException {
        return startOn("", options, main, arguments);
    }

    /** On these processors alone, as {@code taskset -c} has them; on any where none are named. */
    static Child startOn(String processors, String options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(pinned(processors));
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options.split(" ", -1)));
        command.add("-Dslf4j.internal.verbosity=ERROR"); // nothing is logged, and nobody needs to be told so
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.github.mailgunreactor.benchmarks." + main));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The command that starts another on these processors alone. */
    static List<String> pinned(String processors) {
        return processors.isEmpty() ? List.of() : List.of("taskset", "-c", processors);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return answer();
    }

    String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process has ended: " + process.info().commandLine());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
