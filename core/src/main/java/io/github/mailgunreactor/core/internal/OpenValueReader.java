package io.github.mailgunreactor.core.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Makes an open value of any scalar: a code may come as a string or as a number. */
final class OpenValueReader extends StdDeserializer<Object> {
    private final transient MethodHandle constructor;

    OpenValueReader(Class<?> type) {
        super(type);
        try {
            constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
        } catch (ReflectiveOperationException wrongShape) {
            throw new IllegalArgumentException(type + " must be a public record of one String", wrongShape);
        }
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken().isScalarValue()) {
            String text = parser.getString();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return constructor.invokeExact(text);
            } catch (Error fatal) {
                throw fatal;
            } catch (Throwable refused) {
                // It checks its values: this is none.
            }
        }
        Tolerance.passOver(handledType(), parser, context);
        return null;
    }
}
