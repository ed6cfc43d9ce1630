package io.github.mailgunreactor.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Checks of what a caller passes in, for API modules and applications' own operations: each refuses at the call, before
 * anything is sent, and names the parameter and what it may be, never the value.
 */
public final class Arguments {
    private Arguments() {}

    /** Returns the text, refusing one that is null, blank, has a control character or is not Unicode. */
    public static String requireText(String parameter, String value) {
        // The message is made for an error only: every call comes by here.
        Objects.requireNonNull(value, () -> parameter + " must not be null");
        if (value.isBlank()) {
            throw new IllegalArgumentException(parameter + " must not be blank");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(
                        parameter + " must not have control characters, but has one at index " + i);
            }
        }
        return requireUnicode(parameter, value);
    }

    /** Returns the text, refusing one with half a surrogate pair, which has no encoding. */
    static String requireUnicode(String parameter, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i)) && !Character.isSupplementaryCodePoint(value.codePointAt(i++))) {
                throw new IllegalArgumentException(
                        parameter + " must be Unicode, but has half a surrogate pair at index " + (i - 1));
            }
        }
        return value;
    }

    /** Returns the values as a list, refusing none at all and null among them. */
    public static <T> List<T> requireOneOrMore(String parameter, T[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(parameter + " must be one or more");
        }
        return List.copyOf(Arrays.asList(values));
    }

    /** Returns the number, refusing one outside {@code min} to {@code max}. */
    public static long requireRange(String parameter, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(parameter + " must be from " + min + " to " + max + ", but is " + value);
        }
        return value;
    }

    /** Returns the number, refusing one outside {@code min} to {@code max}. */
    public static int requireRange(String parameter, int value, int min, int max) {
        return (int) requireRange(parameter, (long) value, (long) min, (long) max);
    }

    /** Returns the duration, refusing null and one outside {@code min} to {@code max}. */
    public static Duration requireRange(String parameter, Duration value, Duration min, Duration max) {
        Objects.requireNonNull(value, () -> parameter + " must not be null");
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(parameter + " must be from " + min + " to " + max + ", but is " + value);
        }
        return value;
    }
}
