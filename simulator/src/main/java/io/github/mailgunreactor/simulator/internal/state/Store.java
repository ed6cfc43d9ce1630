package io.github.mailgunreactor.simulator.internal.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Holds what operations remember, one object per type, made when first asked for. */
public final class Store {
    private final Map<Class<?>, Object> parts = new HashMap<>();

    public <T> T get(Class<T> type, Supplier<? extends T> initial) {
        return type.cast(parts.computeIfAbsent(type, t -> initial.get()));
    }
}
