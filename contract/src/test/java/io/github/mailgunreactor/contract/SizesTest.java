package io.github.mailgunreactor.contract;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a file and a package may become before it is cut by behaviour or by Mailgun's chapters. */
class SizesTest {
    private static final int MOST_LINES = 400;
    private static final int MOST_TYPES = 60;
    private static final Path PROJECT = Path.of("..");

    @Test
    void noFileHasMoreLinesThanTheLawAllows() throws IOException {
        assertThat(sources(PROJECT)).hasSizeGreaterThan(500);
        assertThat(tooLong(PROJECT)).isEmpty();
    }

    @Test
    void noPackageHasMoreTypesThanTheLawAllows() throws IOException {
        assertThat(tooFull(PROJECT)).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsFound(@TempDir Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("core/src/test/java/a"));
        Files.writeString(folder.resolve("Right.java"), "//\n".repeat(MOST_LINES));
        Path tooLong = folder.resolve("TooLong.java");
        Files.writeString(tooLong, "//\n".repeat(MOST_LINES + 1));

        assertThat(tooLong(project)).containsExactly(tooLong);
    }

    @Test
    void aPackageThatIsTooFullIsFound(@TempDir Path project) throws IOException {
        Path right = Files.createDirectories(project.resolve("core/src/main/java/a/right"));
        Path tooFull = Files.createDirectories(project.resolve("core/src/main/java/a/full"));
        Files.writeString(right.resolve("package-info.java"), "package a.right;");
        for (int i : IntStream.range(0, MOST_TYPES).toArray()) {
            Files.writeString(right.resolve("T" + i + ".java"), "");
            Files.writeString(tooFull.resolve("T" + i + ".java"), "");
        }
        Files.writeString(tooFull.resolve("OneMore.java"), "");

        assertThat(tooFull(project)).containsExactly(tooFull);
    }

    private static List<Path> tooLong(Path project) throws IOException {
        return sources(project).stream()
                .filter(file -> GuideCode.text(file).lines().count() > MOST_LINES)
                .toList();
    }

    private static List<Path> tooFull(Path project) throws IOException {
        Map<Path, Long> types = sources(project).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(Path::getParent, counting()));
        return types.entrySet().stream()
                .filter(counted -> counted.getValue() > MOST_TYPES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All Java that someone wrote: what stands in a folder {@code src} of a module. */
    private static List<Path> sources(Path project) throws IOException {
        try (Stream<Path> modules = Files.list(project)) {
            List<Path> folders = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
            List<Path> files = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
            return List.copyOf(files);
        }
    }
}
