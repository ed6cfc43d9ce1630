package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonNull;
import io.github.mailgunreactor.core.internal.WireDate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable bag of named values in order, rendered as query, form, multipart or JSON by the {@link Operation} that
 * takes it. Values are texts, numbers, booleans, instants, {@link OpenValue}s, {@link Secret}s, {@link Part}s, nested
 * bags, maps, records (as JSON, under their wire names), and lists of these; a list repeats its name in a query or form.
 */
public final class Params {
    /** No values. */
    public static final Params NONE = new Params(List.of());

    /** What RFC 2822 can write. */
    private static final Instant FIRST_INSTANT = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final int MOST_ZEROS = 100;

    private final List<Entry> entries;

    private Params(List<Entry> entries) {
        this.entries = entries;
    }

    record Entry(String name, Object value) {}

    /** These values, and this one in place of any of the same name. */
    public Params with(String name, Object value) {
        Entry entry = entry(name, value);
        List<Entry> changed = new ArrayList<>(entries.size() + 1);
        boolean replaced = false;
        for (Entry present : entries) {
            if (!present.name.equals(name)) {
                changed.add(present);
            } else if (!replaced) {
                changed.add(entry);
                replaced = true;
            }
        }
        if (!replaced) {
            changed.add(entry);
        }
        return new Params(changed);
    }

    /** These values and one more, also where the name is there already: it is repeated. */
    public Params and(String name, Object value) {
        List<Entry> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(entry(name, value));
        return new Params(more);
    }

    /**
     * These values, and {@code null} in place of any of the same name: in JSON it takes back what was set. A query or form
     * cannot carry it.
     */
    public Params withNull(String name) {
        return with(name, JsonNull.INSTANCE);
    }

    /** These values, and the others in place of any of the same names. */
    public Params with(Params others) {
        if (entries.isEmpty()) {
            return others;
        }
        List<Entry> merged = new ArrayList<>(entries);
        for (Entry other : others.entries) {
            merged.removeIf(present -> present.name.equals(other.name));
        }
        merged.addAll(others.entries);
        return new Params(merged);
    }

    /** These values and all of the others after them, also where names are there already: they are repeated. */
    public Params and(Params others) {
        if (entries.isEmpty() || others.entries.isEmpty()) {
            return entries.isEmpty() ? others : this;
        }
        List<Entry> more = new ArrayList<>(entries.size() + others.entries.size());
        more.addAll(entries);
        more.addAll(others.entries);
        return new Params(more);
    }

    /** The first value of a name, or {@code null}. */
    public @Nullable Object first(String name) {
        for (Entry entry : entries) {
            if (entry.name.equals(name)) {
                return entry.value;
            }
        }
        return null;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Passes every name and value to the consumer, in order; values of the same name together, as a list. */
    public void forEach(BiConsumer<String, Object> consumer) {
        Map<String, Object> grouped = new LinkedHashMap<>();
        for (Entry entry : entries) {
            grouped.merge(entry.name, entry.value, Params::together);
        }
        grouped.forEach(consumer);
    }

    private static Object together(Object first, Object second) {
        List<Object> values = new ArrayList<>(first instanceof List<?> list ? list : List.of(first));
        values.addAll(second instanceof List<?> list ? list : List.of(second));
        return values;
    }

    /** The texts of the secrets among the values. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.value instanceof Secret secret) {
                secrets.add(secret.reveal());
            }
        }
        return secrets;
    }

    List<Entry> entries() {
        return entries;
    }

    private static Entry entry(String name, Object value) {
        return new Entry(Arguments.requireText("parameter name", name), sendable(name, value));
    }

    /** A copy of what might change, refusing at the call what could not be sent. */
    private static Object sendable(String name, Object value) {
        Objects.requireNonNull(value, () -> name + " must not be null");
        if (value == JsonNull.INSTANCE) {
            return value;
        }
        if (value instanceof Collection<?> values) {
            Object[] copy = values.toArray();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = sendable(name, copy[i]);
            }
            return List.of(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(
                    Arguments.requireUnicode(name, String.valueOf(key)),
                    element == null ? null : inMap(withoutFile(name, sendable(name, element)))));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Params params) {
            return params.withoutFiles();
        }
        if (value instanceof ParamSet<?> set) {
            return set.params().withoutFiles();
        }
        if (value instanceof String text) {
            return Arguments.requireUnicode(name, text);
        }
        if (value instanceof OpenValue open) {
            Arguments.requireUnicode(name, open.value());
            return value;
        }
        if (value instanceof Secret secret) {
            Arguments.requireUnicode(name, secret.reveal());
            return value;
        }
        if (value instanceof Instant instant) {
            return requireWritable(name, instant);
        }
        if (value instanceof Number number) {
            return plain(name, number);
        }
        if (value instanceof Boolean || value instanceof Part || value instanceof Record) {
            return value;
        }
        throw new IllegalArgumentException(
                "parameter " + name + " must be a text, number, boolean, instant, open value,"
                        + " secret, part, record, map, or list of these, but is a "
                        + value.getClass().getSimpleName());
    }

    /** A number that is the same tomorrow and goes out without an exponent. */
    private static Number plain(String name, Number number) {
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            return number;
        }
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException("parameter " + name + " must be a finite number");
        }
        if (Math.abs((long) decimal.scale()) > MOST_ZEROS) {
            throw new IllegalArgumentException(
                    "parameter " + name + " must be a number of at most " + MOST_ZEROS + " zeros");
        }
        return decimal.setScale(Math.max(0, decimal.scale()));
    }

    /** Jackson writes what a map holds, and would write an instant in another way than a parameter. */
    private static Object inMap(Object value) {
        if (value instanceof Instant instant) {
            return WireDate.format(instant);
        }
        return value instanceof List<?> values
                ? values.stream().map(Params::inMap).toList()
                : value;
    }

    private static Instant requireWritable(String name, Instant instant) {
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw new IllegalArgumentException("parameter " + name + " must be from " + FIRST_INSTANT + " to "
                    + LAST_INSTANT + ", but is " + instant);
        }
        return instant;
    }

    /** These values as a query or a form can carry them: neither files nor nulls. */
    Params asFields() {
        return withoutFiles().withoutNulls();
    }

    /** These values, refusing a null: only JSON carries one. */
    Params withoutNulls() {
        for (Entry entry : entries) {
            if (entry.value == JsonNull.INSTANCE) {
                throw new IllegalArgumentException(
                        "parameter " + entry.name + " must not be null: only JSON carries it");
            }
        }
        return this;
    }

    /** These values, refusing a file: only the top level of a multipart body carries one. */
    Params withoutFiles() {
        entries.forEach(entry -> withoutFile(entry.name, entry.value));
        return this;
    }

    private static Object withoutFile(String name, Object value) {
        if (value instanceof Part) {
            throw new IllegalArgumentException("parameter " + name + " must not be a file: only multipart carries one");
        }
        if (value instanceof List<?> values) {
            values.forEach(element -> withoutFile(name, element));
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Params params && entries.equals(params.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** Names and values, secrets masked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Entry entry : entries) {
            text.append(text.length() == 1 ? "" : ", ")
                    .append(entry.name)
                    .append('=')
                    .append(entry.value);
        }
        return text.append('}').toString();
    }
}
