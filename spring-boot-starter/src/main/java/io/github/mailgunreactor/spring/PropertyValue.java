package io.github.mailgunreactor.spring;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands values of properties to the library's settings, which know their ranges. */
final class PropertyValue {
    private PropertyValue() {}

    /** The settings with the property's value; as they were where it is not set, so that the library's own default holds. */
    static <S, T> S apply(String property, S settings, @Nullable T value, BiFunction<S, T, S> setting) {
        return value == null ? settings : check(property, () -> setting.apply(settings, value));
    }

    static <S> S check(String property, Supplier<S> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException refused) {
            throw new InvalidMailgunPropertyException(property, String.valueOf(refused.getMessage()));
        }
    }
}
