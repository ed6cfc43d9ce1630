package io.github.mailgunreactor.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of one artifact in the folder that the build deployed to.
 *
 * @param id the artifact id
 * @param folder where its newest files are
 * @param stem what the names of these files begin with
 */
record PublishedArtifact(String id, Path folder, String stem) {

    /** Every artifact below a repository's folder of our group. */
    static List<PublishedArtifact> in(Path group) {
        return list(group).stream()
                .filter(Files::isDirectory)
                .map(PublishedArtifact::newestOf)
                .toList();
    }

    private static PublishedArtifact newestOf(Path artifact) {
        Path version = only(list(artifact).stream().filter(Files::isDirectory).toList());
        // Snapshots have a time and a number in their names, which sort.
        String pom = list(version).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".pom"))
                .sorted((one, other) ->
                        one.length() == other.length() ? one.compareTo(other) : one.length() - other.length())
                .reduce((one, later) -> later)
                .orElseThrow();
        return new PublishedArtifact(
                artifact.getFileName().toString(), version, pom.substring(0, pom.length() - ".pom".length()));
    }

    /** The ends of the names of its files, checksums left out: {@code .jar}, {@code -sources.jar}, … */
    Set<String> files() {
        return list(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(stem) && !name.matches(".*\\.(md5|sha1|sha256|sha512|asc)"))
                .map(name -> name.substring(stem.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Path file(String end) {
        return folder.resolve(stem + end);
    }

    boolean isJar() {
        return Files.exists(file(".jar"));
    }

    /** The names of the entries of one of its jars. */
    Set<String> entries(String end) {
        try (ZipFile jar = new ZipFile(file(end).toFile())) {
            return jar.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By what applications with a module descriptor require it; empty if it has no name of its own. */
    String moduleName() {
        try (JarFile jar = new JarFile(file(".jar").toFile())) {
            String name = jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
            return name == null ? "" : name;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return id;
    }

    private static Path only(List<Path> paths) {
        if (paths.size() != 1) {
            throw new IllegalStateException("one version was expected, but there are " + paths);
        }
        return paths.get(0);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
