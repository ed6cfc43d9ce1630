package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Gives records that say no more of their JSON than names a {@link RecordReader}, and leaves the others to databind. */
final class RecordReaders extends Deserializers.Base {
    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            Long.class,
            long.class,
            Integer.class,
            int.class,
            Double.class,
            double.class,
            Boolean.class,
            boolean.class,
            BigDecimal.class,
            Instant.class,
            Secret.class);

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return type.isRecord() && !OpenValue.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        Class<?> record = type.getRawClass();
        if (!hasDeserializerFor(config, record) || needsDatabind(record)) {
            return null;
        }
        RecordComponent[] components = record.getRecordComponents();
        if (components.length == 0 || components.length > RecordReader.MOST_COMPONENTS) {
            return null;
        }
        List<RecordProperty> properties = new ArrayList<>(components.length);
        Set<String> names = new HashSet<>();
        for (RecordComponent component : components) {
            JavaType value = config.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings());
            RecordProperty property = RecordProperty.of(component, field(record, component), value);
            if (!isKnown(value) || !property.names().stream().allMatch(names::add)) {
                return null;
            }
            properties.add(property);
        }
        return new RecordReader(type, properties, canonicalConstructor(record, components));
    }

    private static boolean isKnown(JavaType type) {
        if (type.isContainerType()) {
            boolean plain = type.hasRawClass(List.class)
                    || (type.hasRawClass(Map.class) && type.getKeyType().hasRawClass(String.class));
            return plain && isKnown(type.getContentType());
        }
        return SCALARS.contains(type.getRawClass()) || type.isRecordType();
    }

    private static boolean needsDatabind(Class<?> record) {
        return RecordProperty.needsDatabind(record)
                || Stream.of(record.getDeclaredFields(), record.getDeclaredMethods(), record.getDeclaredConstructors())
                        .flatMap(Arrays::stream)
                        .anyMatch(RecordProperty::needsDatabind)
                || Arrays.stream(record.getDeclaredFields()).anyMatch(RecordReaders::isNotJustNamed);
    }

    private static boolean isNotJustNamed(Field field) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property != null && property.access() != JsonProperty.Access.AUTO;
    }

    private static Field field(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Constructor<?> canonicalConstructor(Class<?> record, RecordComponent[] components) {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
