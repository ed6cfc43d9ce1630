package io.github.mailgunreactor.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one operation, immutable: every method returns a changed copy, so that a set can be kept, shared and
 * varied. A subclass takes what is required in its factory and has one method per option.
 *
 * @param <S> the subclass
 */
public abstract class ParamSet<S extends ParamSet<S>> {
    private final Params params;
    private final Function<Params, S> kind;

    /**
     * @param params the values
     * @param kind makes a set of the same kind with other values: the subclass's constructor
     */
    protected ParamSet(Params params, Function<Params, S> kind) {
        this.params = Objects.requireNonNull(params, "params must not be null");
        this.kind = Objects.requireNonNull(kind, "kind must not be null");
    }

    /** A set of the same kind with these values. */
    protected final S copy(Params values) {
        return kind.apply(values);
    }

    /**
     * Sets a parameter by its wire name, in place of any of the same name. For parameters that Mailgun has and this
     * library does not know yet; the methods of the subclass are for the rest.
     */
    public final S with(String name, String value) {
        return copy(params.with(name, value));
    }

    protected final S with(String name, boolean value) {
        return copy(params.with(name, value));
    }

    protected final S with(String name, long value) {
        return copy(params.with(name, value));
    }

    protected final S with(String name, BigDecimal value) {
        return copy(params.with(name, value));
    }

    /** Sets an instant; it travels as an RFC 2822 date with the offset {@code +0000}. */
    protected final S with(String name, Instant value) {
        return copy(params.with(name, value));
    }

    protected final S with(String name, OpenValue value) {
        Objects.requireNonNull(value, () -> name + " must not be null");
        Arguments.requireText(name, value.value());
        return copy(params.with(name, value));
    }

    protected final S with(String name, Secret value) {
        return copy(params.with(name, value));
    }

    protected final S with(String name, Part value) {
        return copy(params.with(name, value));
    }

    /** Sets a nested object: an object in JSON, a JSON text in a form. */
    protected final S with(String name, ParamSet<?> value) {
        return copy(params.with(name, value.params));
    }

    /** Sets a list: an array in JSON, the name repeated in a query or form. */
    protected final S with(String name, Collection<?> values) {
        Objects.requireNonNull(values, () -> name + " must not be null");
        List<Object> plain = new ArrayList<>(values.size());
        for (Object value : values) {
            Objects.requireNonNull(value, () -> name + " must not be null");
            plain.add(value instanceof ParamSet<?> set ? set.params : value);
        }
        return copy(params.with(name, plain));
    }

    /** Sets null, which takes back what was set: only for parameters that travel as JSON. */
    protected final S withNull(String name) {
        return copy(params.withNull(name));
    }

    /** Adds one more value of a name that may be repeated. */
    protected final S and(String name, Object value) {
        return copy(params.and(name, value));
    }

    /** The values, in the order in which they were set. */
    public final Params params() {
        return params;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ParamSet<?> set && getClass() == set.getClass() && params.equals(set.params);
    }

    @Override
    public final int hashCode() {
        return params.hashCode();
    }

    /** The kind of the set, and its values with secrets masked; a set of personal data shows its kind alone. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + params;
    }
}
