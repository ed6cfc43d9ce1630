package io.github.mailgunreactor.core.testing;

import org.jspecify.annotations.NullUnmarked;

/** Nulls where the types forbid them, as callers compile them who do not check nullness. */
@NullUnmarked
public final class Nulls {
    private Nulls() {}

    /** A null of the type that the caller wants. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // that is the point
    public static <T> T of(Class<?> type) {
        return null;
    }
}
