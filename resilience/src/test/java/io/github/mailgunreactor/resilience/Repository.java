package io.github.mailgunreactor.resilience;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository's files are. */
final class Repository {
    private Repository() {}

    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs/decisions"))) {
                return at;
            }
        }
        throw new IllegalStateException("started outside of the repository");
    }
}
