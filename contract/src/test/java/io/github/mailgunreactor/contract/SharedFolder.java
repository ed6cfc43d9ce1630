package io.github.mailgunreactor.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code ../shared} beside the repository, which the project's own machines have and users' clones do not. */
final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder of it; the test is skipped where it is absent. */
    static Path path(String relative) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(relative);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("../shared/" + relative + " is not here");
        throw new AssertionError("unreachable");
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
