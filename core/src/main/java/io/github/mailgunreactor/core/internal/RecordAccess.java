package io.github.mailgunreactor.core.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that a response can be read into a type, before anything is sent for it: found out with the response it would be an
 * error of a call that has had its effect.
 */
public final class RecordAccess {
    private static final ClassValue<String> PROBLEMS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            String problem = problem(type, new HashSet<>());
            return problem == null ? "" : problem;
        }
    };

    private RecordAccess() {}

    /**
     * Returns the type.
     *
     * @throws IllegalArgumentException if it, or a record in it, cannot be made from here; the message names the repair
     */
    public static <T> Class<T> require(Class<T> type) {
        String problem = PROBLEMS.get(type);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
        return type;
    }

    private static @Nullable String problem(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()))
                    .map(part -> problem(part, seen))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        }
        if (!(type instanceof Class<?> record)) {
            return null;
        }
        if (!record.isRecord()) {
            return null;
        }
        if (isClosed(record)) {
            return record.getName() + " cannot be read: its module needs 'opens " + record.getPackageName() + ";'";
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String found = problem(component.getGenericType(), seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The record reader makes records from here, and databind what is unusual from there. */
    private static boolean isClosed(Class<?> record) {
        String name = record.getPackageName();
        Module module = record.getModule();
        boolean opened = module.isOpen(name, RecordAccess.class.getModule())
                && module.isOpen(name, JsonMapper.class.getModule());
        boolean exported = module.isExported(name, RecordAccess.class.getModule())
                && module.isExported(name, JsonMapper.class.getModule())
                && isPublic(record);
        return !opened && !exported;
    }

    private static boolean isPublic(Class<?> record) {
        for (Class<?> type = record; type != null; type = type.getEnclosingClass()) {
            if (!Modifier.isPublic(type.getModifiers())) {
                return false;
            }
        }
        for (Constructor<?> constructor : record.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers())) {
                return true;
            }
        }
        return false;
    }
}
