package io.github.mailgunreactor.core.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds canonical constructors, and calls them with an array of all arguments. */
final class RecordConstructor {
    private static final MethodType SPREADING = MethodType.methodType(Object.class, Object[].class);

    private RecordConstructor() {}

    static Constructor<?> canonical(Class<?> record) {
        Class<?>[] types = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static MethodHandle spreading(Constructor<?> canonical) {
        canonical.setAccessible(true);
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, canonical.getParameterCount())
                    .asType(SPREADING);
        } catch (IllegalAccessException closed) {
            throw new IllegalArgumentException("cannot be constructed from here", closed);
        }
    }

    static Object invoke(MethodHandle constructor, @Nullable Object[] arguments) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (Error fatal) {
            throw fatal;
        } catch (Throwable refused) {
            // The record checks its values: databind words it.
            throw new Unusual();
        }
    }
}
