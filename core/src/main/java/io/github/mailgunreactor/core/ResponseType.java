package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.RecordAccess;
import java.util.List;
import java.util.Map;
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
    static final ResponseType<byte[]> BYTES = new ResponseType<>(byte[].class, null, Form.BYTES);
    static final ResponseType<Void> EMPTY = new ResponseType<>(Void.class, null, Form.EMPTY);

    enum Form {
        JSON,
        TEXT,
        BYTES,
        EMPTY
    }

    private final Class<?> type;
    private final @Nullable Class<?> argument;
    private final Form form;

    private ResponseType(Class<?> type, @Nullable Class<?> argument, Form form) {
        this.type = RecordAccess.require(Objects.requireNonNull(type, "type must not be null"));
        this.argument = argument == null ? null : RecordAccess.require(argument);
        this.form = form;
    }

    /**
     * A JSON response into a record.
     *
     * @throws IllegalArgumentException if the record, or one in it, is in a module that does not open its package
     */
    public static <T> ResponseType<T> json(Class<T> record) {
        return new ResponseType<>(record, null, Form.JSON);
    }

    /** The usual page: a {@link Listing} of a type. */
    public static <T> ResponseType<Listing<T>> listing(Class<T> item) {
        return new ResponseType<>(Listing.class, Objects.requireNonNull(item, "item must not be null"), Form.JSON);
    }

    /** A JSON array of records. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a generic type is raw; the argument makes it whole
    public static <T> ResponseType<List<T>> list(Class<T> element) {
        return new ResponseType<>(
                (Class) List.class, Objects.requireNonNull(element, "element must not be null"), Form.JSON);
    }

    /** A JSON object whose names are not known before, such as domains or dates, with a record for each; in its order. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a generic type is raw; the argument makes it whole
    public static <T> ResponseType<Map<String, T>> map(Class<T> value) {
        return new ResponseType<>(
                (Class) Map.class, Objects.requireNonNull(value, "value must not be null"), Form.JSON);
    }

    Form form() {
        return form;
    }

    /** The raw type. */
    Class<?> type() {
        return type;
    }

    /** What a {@link Listing}, list or map is of, {@code null} for other types. */
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
        return Objects.hash(type, argument);
    }

    @Override
    public String toString() {
        Class<?> shown = argument == null ? type : argument;
        return shown.getTypeName();
    }
}
