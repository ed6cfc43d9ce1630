package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text that must not be printed by accident, such as a new key: {@code toString} masks it, {@link #reveal} gives it. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "secret must not be null");
    }

    /** Wraps a secret text. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The text itself. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Three asterisks: also what any Jackson but the library's own {@link Json} writes. */
    @Override
    @JsonValue
    public String toString() {
        return "***";
    }
}
