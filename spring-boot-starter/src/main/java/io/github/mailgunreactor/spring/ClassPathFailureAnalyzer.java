package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.netty.ClassPathConflict;
import io.github.mailgunreactor.netty.ClassPathConflictException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says which versions to set where older ones than ours are on the class path, as Spring Boot's own management brings them. */
final class ClassPathFailureAnalyzer implements FailureAnalyzer {
    private static final String OURS = "io.github.mailgunreactor.";
    private static final String ACTION =
            "Set these properties of Spring Boot's dependency management (Maven: <properties> of your POM; Gradle: ext):"
                    + "\n    netty.version=4.2.18.Final"
                    + "\n    reactor-bom.version=2025.0.7"
                    + "\nand, on Spring Boot 3.5 before 3.5.16, jackson-bom.version=2.21.4."
                    + "\nAnother library that brings its own Netty, such as the AWS SDK, then gets these too.";

    @Override
    @SuppressWarnings("NullAway") // The interface's words, though not its annotations, allow null.
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassPathConflictException conflict) {
                return analysis(conflict);
            }
            if (cause instanceof LinkageError error && isOurs(error)) {
                return analysis(error);
            }
        }
        return null;
    }

    private static boolean isOurs(LinkageError error) {
        return Arrays.stream(error.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }

    private static FailureAnalysis analysis(ClassPathConflictException conflict) {
        return new FailureAnalysis(
                conflict.conflicts().stream()
                        .map(ClassPathConflict::toString)
                        .collect(Collectors.joining(
                                "\n    ",
                                "Mailgun Reactor cannot send with these versions on the class path:\n    ",
                                "")),
                ACTION,
                conflict);
    }

    private static FailureAnalysis analysis(LinkageError error) {
        return new FailureAnalysis(
                "Mailgun Reactor found a class of Netty, Reactor or Jackson that is older than it needs: "
                        + error.getMessage(),
                ACTION,
                error);
    }
}
