package io.github.mailgunreactor.core.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The readers of a mapper, each made at the first response of its type. */
final class ObjectReaders {
    private final JsonMapper mapper;
    private final Map<Class<?>, ObjectReader> ofTypes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<Class<?>, ObjectReader>> ofGenericTypes = new ConcurrentHashMap<>();

    ObjectReaders(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The reader of a type.
     *
     * @param argument the type's argument where it is generic
     */
    ObjectReader of(Class<?> type, @Nullable Class<?> argument) {
        ObjectReader reader = known(type, argument);
        return reader != null ? reader : make(type, argument);
    }

    private @Nullable ObjectReader known(Class<?> type, @Nullable Class<?> argument) {
        if (argument == null) {
            return ofTypes.get(type);
        }
        Map<Class<?>, ObjectReader> ofArguments = ofGenericTypes.get(type);
        return ofArguments == null ? null : ofArguments.get(argument);
    }

    /** One at a time, as classes are loaded: Jackson parks a thread that wants to make one while another does. */
    private synchronized ObjectReader make(Class<?> type, @Nullable Class<?> argument) {
        return argument == null
                ? ofTypes.computeIfAbsent(type, mapper::readerFor)
                : ofGenericTypes
                        .computeIfAbsent(type, generic -> new ConcurrentHashMap<>())
                        .computeIfAbsent(argument, item -> mapper.readerFor(generic(type, item)));
    }

    private JavaType generic(Class<?> type, Class<?> argument) {
        return Map.class.isAssignableFrom(type)
                ? mapper.getTypeFactory().constructParametricType(type, String.class, argument)
                : mapper.getTypeFactory().constructParametricType(type, argument);
    }
}
