package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.netty.Companion.VersionSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Looks, once for each class loader that loads this class, at the versions of Netty, Reactor and Jackson that are really there. */
final class ClassPathCheck {
    private static final Logger LOG = Loggers.getLogger(ClassPathCheck.class);

    private final ClassPathFiles files;
    private final Set<ClassPathConflict> conflicts = new LinkedHashSet<>();
    private final Set<String> vulnerable = new LinkedHashSet<>();

    private ClassPathCheck(ClassLoader loader) {
        this.files = new ClassPathFiles(loader);
    }

    /** Throws {@link ClassPathConflictException} if calls could not work. */
    static void require() {
        if (!Here.CONFLICTS.isEmpty()) {
            throw new ClassPathConflictException(Here.CONFLICTS);
        }
    }

    private static final class Here {
        static final List<ClassPathConflict> CONFLICTS = look();

        private static List<ClassPathConflict> look() {
            // A native image was linked when it was built, and has no files to look at.
            if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
                return List.of();
            }
            ClassPathCheck check = of(ClassPathCheck.class.getClassLoader());
            if (!check.conflicts.isEmpty()) {
                return check.conflicts();
            }
            try {
                Rehearsal.run();
            } catch (LinkageError error) {
                LOG.error("a request did not pass the handlers of a connection", error);
                return List.of(new ClassPathConflict(
                        "io.netty:*", "classes that do not fit each other (" + error + ")", VersionSet.NETTY.version));
            }
            if (!check.vulnerable.isEmpty()) {
                LOG.warn("versions with known vulnerabilities: {}; {}", check.vulnerable, ClassPathRepair.ADVICE);
            }
            return List.of();
        }
    }

    static ClassPathCheck of(ClassLoader loader) {
        ClassPathCheck check = new ClassPathCheck(loader);
        Companion.ALL.forEach(check::look);
        return check;
    }

    List<ClassPathConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What works and has known vulnerabilities. */
    Set<String> vulnerable() {
        return vulnerable;
    }

    private void look(Companion companion) {
        List<String> places = files.having(companion.markerFile());
        List<ClassPathFiles.Version> versions = places.stream()
                .flatMap(place -> files.versions(companion, place).stream())
                .toList();
        List<ClassPathFiles.Version> tooOld = versions.stream()
                .filter(version -> version.isBefore(companion.least()))
                .toList();
        if (!tooOld.isEmpty()) {
            String others = versions.stream()
                    .filter(version -> !tooOld.contains(version))
                    .map(version -> " beside " + version.told())
                    .collect(Collectors.joining());
            tooOld.forEach(version -> conflict(companion, version.artifact(), version.told() + others));
        } else if (places.isEmpty() && !files.hasClass(companion.marker())) {
            if (companion.required()) {
                conflict(companion, companion.artifact(), null);
            }
        } else if (versions.size() < places.size() && !files.hasSign(companion.sign())) {
            conflict(companion, companion.artifact(), "older, without " + companion.sign());
        } else {
            versions.stream()
                    .filter(version -> version.isBefore(companion.advised()))
                    .forEach(version -> vulnerable.add(companion.group() + " " + version.told()));
        }
    }

    private void conflict(Companion companion, String artifact, @Nullable String found) {
        conflicts.add(new ClassPathConflict(companion.group() + ":" + artifact, found, companion.needed()));
    }
}
