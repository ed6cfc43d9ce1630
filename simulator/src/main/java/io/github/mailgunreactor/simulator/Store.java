package io.github.mailgunreactor.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Holds what areas remember, one object per type, made when first asked for. */
final class Store {
    private final Map<Class<?>, Object> parts = new HashMap<>();

    <T> T get(Class<T> type, Supplier<? extends T> initial) {
        return type.cast(parts.computeIfAbsent(type, t -> initial.get()));
    }
}
