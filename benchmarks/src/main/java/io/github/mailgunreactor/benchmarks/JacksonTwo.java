package io.github.mailgunreactor.benchmarks;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.internal.WireDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock Jackson 2, configured as someone would who writes the same records: the yardstick for decoding. */
final class JacksonTwo {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new OwnTypes())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, list -> list.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP)))
            .build();
    private final ObjectReader reader;

    JacksonTwo(Answer answer) {
        Class<?> item = answer.item();
        reader = MAPPER.readerFor(
                item == null
                        ? MAPPER.constructType(answer.type())
                        : MAPPER.getTypeFactory().constructParametricType(answer.type(), item));
    }

    Object read(byte[] json) {
        try {
            return reader.readValue(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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

    private static final class OpenValueReaders extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            Class<?> type = description.getBeanClass();
            return OpenValue.class.isAssignableFrom(type) ? new OpenValueReader(type) : deserializer;
        }
    }

    private static final class OpenValueReader extends JsonDeserializer<Object> {
        private final Constructor<?> constructor;

        OpenValueReader(Class<?> type) {
            try {
                constructor = type.getConstructor(String.class);
            } catch (NoSuchMethodException unexpected) {
                throw new IllegalArgumentException(unexpected);
            }
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return constructor.newInstance(parser.getText());
            } catch (ReflectiveOperationException refused) {
                throw new IOException(refused);
            }
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return WireDate.parse(parser.getText());
        }
    }

    private static final class SecretReader extends JsonDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Secret.of(parser.getText());
        }
    }

    private static final class SecretWriter extends JsonSerializer<Secret> {
        @Override
        public void serialize(Secret value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.reveal());
        }
    }

    private static final class OpenValueWriter extends JsonSerializer<OpenValue> {
        @Override
        public void serialize(OpenValue value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.value());
        }
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.toString());
        }
    }
}
