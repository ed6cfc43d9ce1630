package io.github.mailgunreactor.netty;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One artifact that is on the class path in a version that calls would fail with.
 *
 * @param artifact group and artifact id, {@code io.netty:netty-common}
 * @param found what is there; {@code null} if it is missing
 * @param needed the version to have in its place
 */
public record ClassPathConflict(String artifact, @Nullable String found, String needed) {

    /** Checks that nothing is null but what may be. */
    public ClassPathConflict {
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(needed, "needed");
    }

    /** {@code found 4.1.137.Final, needed 4.2.18.Final}. */
    String problem() {
        return (found == null ? "missing" : "found " + found) + ", needed " + needed;
    }

    /** {@code io.netty:netty-common: found 4.1.137.Final, needed 4.2.18.Final}. */
    @Override
    public String toString() {
        return artifact + ": " + problem();
    }
}
