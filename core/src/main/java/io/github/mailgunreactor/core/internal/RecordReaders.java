package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        if (!hasDeserializerFor(config, record)) {
            return null;
        }
        RecordComponent[] components = record.getRecordComponents();
        if (components.length == 0 || components.length > RecordReader.MOST_COMPONENTS) {
            return null;
        }
        Constructor<?> canonical = RecordConstructor.canonical(record);
        if (RecordAnnotations.needDatabind(record, canonical)) {
            return null;
        }
        List<RecordProperty> properties = new ArrayList<>(components.length);
        Set<String> names = new HashSet<>();
        for (RecordComponent component : components) {
            JavaType value = config.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings());
            RecordProperty property = RecordProperty.of(component, RecordAnnotations.field(record, component), value);
            if (!isKnown(value) || !property.names().stream().allMatch(names::add)) {
                return null;
            }
            properties.add(property);
        }
        return new RecordReader(type, properties, canonical);
    }

    private static boolean isKnown(JavaType type) {
        if (type.isContainerType()) {
            boolean plain = type.hasRawClass(List.class)
                    || (type.hasRawClass(Map.class) && type.getKeyType().hasRawClass(String.class));
            return plain && isKnown(type.getContentType());
        }
        return SCALARS.contains(type.getRawClass()) || type.isRecordType();
    }
}
