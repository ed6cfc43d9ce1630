package io.github.mailgunreactor.simulator.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as a response has it: the fields in the order in which they were named, {@code null} where they are null. */
public final class JsonObject extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    public static JsonObject of(String name, @Nullable Object value) {
        return new JsonObject().and(name, value);
    }

    public JsonObject and(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** Leaves the field out where it has no value. */
    public JsonObject andIfPresent(String name, @Nullable Object value) {
        return value == null ? this : and(name, value);
    }

    /** This object with a field of another name in the place of one. */
    public JsonObject renamed(String name, String newName) {
        JsonObject renamed = new JsonObject();
        forEach((field, value) -> renamed.put(field.equals(name) ? newName : field, value));
        return renamed;
    }

    public JsonObject andAll(Map<String, ? extends @Nullable Object> fields) {
        putAll(fields);
        return this;
    }
}
