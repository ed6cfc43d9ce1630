package io.github.mailgunreactor.benchmarks;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.internal.WireDate;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Stock Jackson 3, configured like {@link JacksonTwo}. */
final class JacksonThree {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new OwnTypes())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP)))
            .build();
    private final ObjectReader reader;

    JacksonThree(Answer answer) {
        Class<?> item = answer.item();
        reader = MAPPER.readerFor(
                item == null
                        ? MAPPER.constructType(answer.type())
                        : MAPPER.getTypeFactory().constructParametricType(answer.type(), item));
    }

    Object read(byte[] json) {
        return reader.readValue(json);
    }

    byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static final class OwnTypes extends SimpleModule {
        private static final long serialVersionUID = 1L;

        OwnTypes() {
            addDeserializer(Instant.class, new InstantReader());
            addDeserializer(Secret.class, new SecretReader());
            addSerializer(Secret.class, new SecretWriter());
            addSerializer(OpenValue.class, new OpenValueWriter());
            addSerializer(Instant.class, new InstantWriter());
            setDeserializerModifier(new OpenValueReaders());
        }
    }

    private static final class OpenValueReaders extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
            Class<?> type = description.getBeanClass();
            return OpenValue.class.isAssignableFrom(type) ? new OpenValueReader(type) : deserializer;
        }
    }

    private static final class OpenValueReader extends ValueDeserializer<Object> {
        private final Constructor<?> constructor;

        OpenValueReader(Class<?> type) {
            try {
                constructor = type.getConstructor(String.class);
            } catch (NoSuchMethodException unexpected) {
                throw new IllegalArgumentException(unexpected);
            }
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return constructor.newInstance(parser.getString());
            } catch (ReflectiveOperationException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private static final class InstantReader extends ValueDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            return WireDate.parse(parser.getString());
        }
    }

    private static final class SecretReader extends ValueDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser parser, DeserializationContext context) {
            return Secret.of(parser.getString());
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

    private static final class InstantWriter extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }
}
