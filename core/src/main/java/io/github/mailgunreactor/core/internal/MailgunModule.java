package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;

/** How Jackson reads and writes the library's own types. */
final class MailgunModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final boolean recordReaders;

    /** @param recordReaders whether records are read by {@link RecordReader} where it can, or by databind alone */
    MailgunModule(boolean recordReaders) {
        super("mailgun-reactor");
        this.recordReaders = recordReaders;
        ScalarReaders.addTo(this);
        addSerializer(Secret.class, new SecretWriter());
        addSerializer(OpenValue.class, new OpenValueWriter());
        addSerializer(Params.class, new ParamsWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new RecordNullness());
        context.addDeserializers(new OpenValueReaders());
        context.addDeserializerModifier(new TolerantReaders());
        if (recordReaders) {
            context.addDeserializers(new RecordReaders());
        }
    }

    private static final class OpenValueReaders extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return hasDeserializerFor(config, type.getRawClass()) ? new OpenValueReader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return OpenValue.class.isAssignableFrom(type) && type.isRecord();
        }
    }

    private static final class SecretWriter extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.reveal());
        }
    }

    private static final class OpenValueWriter extends ValueSerializer<OpenValue> {
        @Override
        public void serialize(OpenValue value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.value());
        }
    }

    private static final class ParamsWriter extends ValueSerializer<Params> {
        @Override
        public void serialize(Params params, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            params.forEach((name, value) -> {
                generator.writeName(name);
                writeValue(value, generator);
            });
            generator.writeEndObject();
        }

        private static void writeValue(Object value, JsonGenerator generator) {
            if (value == JsonNull.INSTANCE) {
                generator.writeNull();
            } else if (value instanceof Instant instant) {
                generator.writeString(WireDate.format(instant));
            } else if (value instanceof BigDecimal decimal) {
                generator.writeNumber(decimal.toPlainString());
            } else if (value instanceof Iterable<?> values) {
                generator.writeStartArray();
                values.forEach(element -> writeValue(element, generator));
                generator.writeEndArray();
            } else {
                generator.writePOJO(value);
            }
        }
    }
}
