package io.github.mailgunreactor.core;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Request headers, immutable and in order. Names and values are checked, so that no value can add a header of its own.
 */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(new String[0]);

    private final String[] namesAndValues;

    private Headers(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /**
     * These headers and one more.
     *
     * @param name an HTTP token, such as {@code X-Request-Id}
     * @param value visible ASCII and spaces
     * @throws IllegalArgumentException if the name is no token, or the value has a control or non-ASCII character; the
     *     message does not repeat the value
     */
    public Headers with(String name, String value) {
        requireToken(name);
        requireValue(name, value);
        String[] more = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        more[namesAndValues.length] = name;
        more[namesAndValues.length + 1] = value;
        return new Headers(more);
    }

    /** The headers of both, these first. */
    public Headers with(Headers others) {
        if (others.namesAndValues.length == 0) {
            return this;
        }
        String[] more = Arrays.copyOf(namesAndValues, namesAndValues.length + others.namesAndValues.length);
        System.arraycopy(others.namesAndValues, 0, more, namesAndValues.length, others.namesAndValues.length);
        return new Headers(more);
    }

    /** The first value of a header by its name in any case, or {@code null}. */
    public @Nullable String first(String name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equalsIgnoreCase(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /** Passes every header to the consumer as name and value. */
    public void forEach(BiConsumer<String, String> consumer) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            consumer.accept(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static void requireToken(String name) {
        Objects.requireNonNull(name, "header name");
        boolean token = !name.isEmpty();
        for (int i = 0; i < name.length() && token; i++) {
            char c = name.charAt(i);
            token = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        if (!token) {
            throw new IllegalArgumentException("header name must be letters, digits or one of !#$%&'*+-.^_`|~");
        }
    }

    private static void requireValue(String name, String value) {
        Objects.requireNonNull(value, name);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                throw new IllegalArgumentException(
                        "header " + name + " must be visible ASCII, but has another character at index " + i);
            }
        }
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        StringBuilder names = new StringBuilder("[");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            names.append(i == 0 ? "" : ", ").append(namesAndValues[i]);
        }
        return names.append(']').toString();
    }
}
