package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.BeanProperty;

/**
 * What Jackson's annotations say of a record. {@link RecordProperty} reads the names that a component's field has. Databind knows
 * many more annotations, and hears also what accessors, parameters of constructors and interfaces say.
 */
final class RecordAnnotations {
    private static final List<Class<? extends Annotation>> READING =
            List.of(JsonIgnoreProperties.class, JsonIncludeProperties.class, JsonFormat.class);

    private RecordAnnotations() {}

    /** Whether they say more of the JSON than is read here. */
    static boolean needDatabind(Class<?> record, Constructor<?> canonical) {
        RecordComponent[] components = record.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            if (needDatabind(field(record, components[i]), accessor, canonical.getParameters()[i])) {
                return true;
            }
        }
        List<Method> accessors =
                Stream.of(components).map(RecordComponent::getAccessor).toList();
        return isAnnotatedType(record)
                || Stream.of(record.getDeclaredMethods())
                        .anyMatch(method -> !accessors.contains(method) && isAnnotated(method))
                || Stream.of(record.getDeclaredConstructors())
                        .anyMatch(constructor -> isAnnotated(constructor)
                                || (!constructor.equals(canonical)
                                        && Stream.of(constructor.getParameters())
                                                .anyMatch(RecordAnnotations::isAnnotated)));
    }

    /** Whether those of a component change how the record that it contains is read. */
    static boolean changeReading(BeanProperty component) {
        return READING.stream().anyMatch(annotation -> component.getAnnotation(annotation) != null);
    }

    static Field field(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The compiler repeats a component's annotations at its accessor and parameter, unless those are written out. */
    private static boolean needDatabind(Field field, AnnotatedElement accessor, AnnotatedElement parameter) {
        List<Annotation> said = ofJackson(field).toList();
        return !said.stream().allMatch(RecordAnnotations::isRead)
                || !Stream.concat(ofJackson(accessor), ofJackson(parameter)).allMatch(said::contains);
    }

    private static boolean isRead(Annotation annotation) {
        return annotation instanceof JsonAlias
                || (annotation instanceof JsonProperty property && property.access() == JsonProperty.Access.AUTO);
    }

    private static boolean isAnnotatedType(Class<?> type) {
        return isAnnotated(type)
                || Stream.of(type.getInterfaces())
                        .anyMatch(of -> isAnnotatedType(of)
                                || Stream.of(of.getDeclaredMethods()).anyMatch(RecordAnnotations::isAnnotated));
    }

    private static boolean isAnnotated(AnnotatedElement element) {
        return ofJackson(element).findAny().isPresent();
    }

    private static Stream<Annotation> ofJackson(AnnotatedElement element) {
        return Stream.of(element.getAnnotations()).filter(annotation -> isOfJackson(annotation.annotationType()));
    }

    private static boolean isOfJackson(Class<? extends Annotation> type) {
        return type.getName().contains("jackson") || type.isAnnotationPresent(JacksonAnnotationsInside.class);
    }
}
