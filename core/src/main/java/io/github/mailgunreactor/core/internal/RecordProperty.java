package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * What a record component says of its JSON.
 *
 * @param names its wire name and the aliases
 * @param type the type of its value
 * @param nullable whether it may be null
 * @param required whether its name must be there
 */
record RecordProperty(List<String> names, JavaType type, boolean nullable, boolean required) {
    static RecordProperty of(RecordComponent component, Field field, JavaType type) {
        JsonProperty named = field.getAnnotation(JsonProperty.class);
        JsonAlias aliases = field.getAnnotation(JsonAlias.class);
        List<String> names = new ArrayList<>();
        names.add(named == null || named.value().isEmpty() ? component.getName() : named.value());
        if (aliases != null) {
            names.addAll(List.of(aliases.value()));
        }
        boolean nullable = RecordNullness.isNullable(component.getAnnotatedType());
        boolean required =
                (named != null && named.required()) || !(nullable || RecordNullness.isCollection(component.getType()));
        return new RecordProperty(List.copyOf(names), type, nullable, required);
    }

    /** Whether a record has nothing in any component, as one that was made of an object without a name that it knows. */
    static boolean saysNothing(Object element) {
        return element instanceof Record record
                && Stream.of(record.getClass().getRecordComponents())
                        .allMatch(component -> isNothing(component, record));
    }

    private static boolean isNothing(RecordComponent component, Record record) {
        Object value;
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            value = accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return value == null
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    boolean container() {
        return type.isContainerType();
    }

    /** What the component is where the JSON has nothing for it. */
    @Nullable
    Object absent() {
        if (nullable || !container()) {
            return null;
        }
        return type.isMapLikeType() ? Map.of() : List.of();
    }
}
