package io.github.mailgunreactor.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modules that users get, as the BOM lists them, and what was compiled of each. */
final class PublishedModules {
    static final Path PROJECT = Path.of("..");

    private static final Pattern LISTED =
            Pattern.compile("<artifactId>mailgun-reactor-([a-z0-9-]+)</artifactId><version>");

    private PublishedModules() {}

    /** A module and its folder, which has its name. */
    record Module(String name) {
        Path folder() {
            return PROJECT.resolve(name);
        }

        String artifact() {
            return "mailgun-reactor-" + name;
        }

        /** Its classes; none where what is compiled is older than its sources. */
        List<JavaClass> classes() {
            return place().map(this::in).orElse(List.of());
        }

        private List<JavaClass> in(Location place) {
            String start = text(place.asURI());
            List<JavaClass> known = here().stream()
                    .filter(type -> type.getSource()
                            .map(source -> text(source.getUri()).startsWith(start))
                            .orElse(false))
                    .toList();
            return known.isEmpty()
                    ? new ClassFileImporter()
                            .importLocations(List.of(place)).stream().toList()
                    : known;
        }

        /** One form for both that a local file's address may have. */
        private static String text(URI place) {
            return place.toString().replace("file:///", "file:/");
        }

        private Optional<Location> place() {
            List<Path> sources = files("src/main/java").stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> folder().resolve("src/main/java").relativize(file))
                    .toList();
            String first = entry(sources.get(0));
            URL found = PublishedModules.class.getClassLoader().getResource(first);
            if (found != null) {
                String url = found.toString();
                return Optional.of(Location.of(URI.create(url.substring(0, url.length() - first.length()))));
            }
            Path classes = folder().resolve("target/classes");
            return sources.stream().allMatch(source -> isCompiled(source, classes))
                    ? Optional.of(Location.of(classes))
                    : Optional.empty();
        }

        private boolean isCompiled(Path source, Path classes) {
            Path compiled = classes.resolve(entry(source));
            try {
                return Files.exists(compiled)
                        && Files.getLastModifiedTime(compiled)
                                        .compareTo(Files.getLastModifiedTime(folder().resolve("src/main/java")
                                                .resolve(source)))
                                >= 0;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static String entry(Path source) {
            return source.toString().replace('\\', '/').replaceAll("\\.java$", ".class");
        }

        /** The files below one of its folders, sorted; none where it has no such folder. */
        List<Path> files(String below) {
            Path start = folder().resolve(below);
            if (!Files.isDirectory(start)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(start)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The library's classes on this class path, but not those of tests. */
    static JavaClasses here() {
        return OnTheClassPath.CLASSES;
    }

    private static final class OnTheClassPath {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.mailgunreactor");
    }

    static List<Module> all() {
        return LISTED.matcher(text(PROJECT.resolve("bom/pom.xml")))
                .results()
                .map((MatchResult listed) -> new Module(listed.group(1)))
                .toList();
    }

    /** The text of a file; {@code null} where there is none. */
    static @Nullable String textIfThere(Path file) {
        return Files.exists(file) ? text(file) : null;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a text, or deletes the file where there is none to write. */
    static void write(Path file, @Nullable String text) {
        try {
            if (text == null) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
