package io.github.mailgunreactor.core;

import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is read into.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // it carries the type from the request to the subscriber
public final class AnswerType<T> {
    static final AnswerType<String> TEXT = new AnswerType<>(String.class, null, Form.TEXT);
    static final AnswerType<Void> EMPTY = new AnswerType<>(Void.class, null, Form.EMPTY);

    enum Form {
        JSON,
        TEXT,
        EMPTY
    }

    private final Class<?> type;
    private final @Nullable Class<?> argument;
    private final Form form;

    private AnswerType(Class<?> type, @Nullable Class<?> argument, Form form) {
        this.type = Objects.requireNonNull(type, "type");
        this.argument = argument;
        this.form = form;
    }

    /** A JSON answer into a record. */
    public static <T> AnswerType<T> json(Class<T> record) {
        return new AnswerType<>(record, null, Form.JSON);
    }

    /** The usual page: a {@link Listing} of a type. */
    public static <T> AnswerType<Listing<T>> listing(Class<T> item) {
        return new AnswerType<>(Listing.class, Objects.requireNonNull(item, "item"), Form.JSON);
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
        return other instanceof AnswerType<?> answer
                && type == answer.type
                && argument == answer.argument
                && form == answer.form;
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
