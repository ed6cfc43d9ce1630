package io.github.mailgunreactor.core;

import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a response is read into.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // it carries the type from the request to the subscriber
public final class ResponseType<T> {
    static final ResponseType<String> TEXT = new ResponseType<>(String.class, null, Form.TEXT);
    static final ResponseType<Void> EMPTY = new ResponseType<>(Void.class, null, Form.EMPTY);

    enum Form {
        JSON,
        TEXT,
        EMPTY
    }

    private final Class<?> type;
    private final @Nullable Class<?> argument;
    private final Form form;

    private ResponseType(Class<?> type, @Nullable Class<?> argument, Form form) {
        this.type = Objects.requireNonNull(type, "type must not be null");
        this.argument = argument;
        this.form = form;
    }

    /** A JSON response into a record. */
    public static <T> ResponseType<T> json(Class<T> record) {
        return new ResponseType<>(record, null, Form.JSON);
    }

    /** The usual page: a {@link Listing} of a type. */
    public static <T> ResponseType<Listing<T>> listing(Class<T> item) {
        return new ResponseType<>(Listing.class, Objects.requireNonNull(item, "item must not be null"), Form.JSON);
    }

    Form form() {
        return form;
    }

    /** The raw type. */
    Class<?> type() {
        return type;
    }

    /** The type argument of a {@link Listing}, {@code null} for other types. */
    @Nullable
    Class<?> argument() {
        return argument;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseType<?> that
                && type == that.type
                && argument == that.argument
                && form == that.form;
    }

    @Override
    public int hashCode() {
        return type.hashCode() * 31 + Objects.hashCode(argument);
    }

    @Override
    public String toString() {
        Type shown = argument == null ? type : argument;
        return shown.getTypeName();
    }
}
