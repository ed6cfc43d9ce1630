package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Makes the types say what must be there: a record component without {@code @Nullable} may be neither null nor absent, so that
 * what identifies a thing is never a silent null; a collection is empty where the response has none or null. Of a creator that is not
 * the canonical constructor the parameters say it.
 */
final class RecordNullness extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        AnnotatedType type = type(annotated);
        if (type == null || isNullable(type)) {
            return JsonSetter.Value.empty();
        }
        return isCollection(annotated.getRawType())
                ? JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP)
                : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    private static @Nullable AnnotatedType type(Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()) {
            Class<?> record = parameter.getDeclaringClass();
            Executable creator = (Executable) parameter.getMember();
            // A compact constructor's parameters do not repeat the annotations of types in every class file.
            return creator.equals(RecordConstructor.canonical(record))
                    ? record.getRecordComponents()[parameter.getIndex()].getAnnotatedType()
                    : creator.getAnnotatedParameterTypes()[parameter.getIndex()];
        }
        return null;
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
}
