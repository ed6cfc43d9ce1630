package io.github.mailgunreactor.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Request headers, immutable and in order. Names and values are checked, so that no value can add a header of its own.
 */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(new String[0]);

    private static final Set<String> OF_THE_TRANSPORT =
            Set.of("host", "content-type", "content-length", "transfer-encoding");

    private final String[] namesAndValues;

    private Headers(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /**
     * These headers and one more, also where the name is there already.
     *
     * @param name an HTTP token, such as {@code X-Request-Id}; not {@code Host}, {@code Content-Type},
     *     {@code Content-Length} or {@code Transfer-Encoding}, which follow from region and body
     * @param value visible ASCII, and spaces or tabs but at its ends
     * @throws IllegalArgumentException if the name is no token or one of these, or the value has a control or non-ASCII
     *     character; the message does not repeat the value
     */
    public Headers with(String name, String value) {
        requireToken(name);
        if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header name must not be " + name + ": region and body decide it");
        }
        requireValue("header " + name, value);
        String[] more = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        more[namesAndValues.length] = name;
        more[namesAndValues.length + 1] = value;
        return new Headers(more);
    }

    /** These headers, and the others in place of any of the same names. */
    public Headers with(Headers others) {
        if (others.namesAndValues.length == 0) {
            return this;
        }
        String[] merged = new String[namesAndValues.length + others.namesAndValues.length];
        int length = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (others.first(namesAndValues[i]) == null) {
                merged[length++] = namesAndValues[i];
                merged[length++] = namesAndValues[i + 1];
            }
        }
        System.arraycopy(others.namesAndValues, 0, merged, length, others.namesAndValues.length);
        return new Headers(Arrays.copyOf(merged, length + others.namesAndValues.length));
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
        Objects.requireNonNull(name, "header name must not be null");
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

    /** Returns the text, refusing one that a header must not carry. */
    static String requireValue(String parameter, String value) {
        Objects.requireNonNull(value, () -> parameter + " must not be null");
        if (!value.isEmpty() && (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1)))) {
            throw new IllegalArgumentException(parameter + " must not begin or end with a space or tab");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                throw new IllegalArgumentException(
                        parameter + " must be visible ASCII, but has another character at index " + i);
            }
        }
        return value;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Returns the text, refusing one that is blank or that a header must not carry. */
    static String requireText(String parameter, String value) {
        return requireValue(parameter, Arguments.requireText(parameter, value));
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
