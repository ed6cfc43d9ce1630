package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How Jackson reads and writes the library's own types. */
final class MailgunModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final boolean recordReaders;

    /** @param recordReaders whether records are read by {@link RecordReader} where it can, or by databind alone */
    MailgunModule(boolean recordReaders) {
        super("mailgun-reactor");
        this.recordReaders = recordReaders;
        addDeserializer(Instant.class, new InstantReader());
        addDeserializer(Secret.class, new SecretReader());
        addDeserializer(Boolean.class, new BooleanReader(Boolean.class));
        addDeserializer(boolean.class, new BooleanReader(boolean.class));
        addSerializer(Secret.class, new SecretWriter());
        addSerializer(OpenValue.class, new OpenValueWriter());
        addSerializer(Params.class, new ParamsWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new RecordNullness());
        context.addDeserializers(new OpenValueReaders());
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

    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return switch (parser.currentToken()) {
                    case VALUE_STRING -> WireDate.parse(parser.getString());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> WireDate.ofEpoch(parser.getDecimalValue());
                    default -> (Instant) context.handleUnexpectedToken(Instant.class, parser);
                };
            } catch (IllegalArgumentException notADate) {
                return context.reportInputMismatch(Instant.class, "not a date");
            }
        }
    }

    /** Mailgun writes {@code true}, {@code "true"}, {@code "yes"} and {@code 1}. */
    private static final class BooleanReader extends StdDeserializer<Boolean> {
        BooleanReader(Class<?> type) {
            super(type);
        }

        @Override
        public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_TRUE) {
                return Boolean.TRUE;
            }
            if (token == JsonToken.VALUE_FALSE) {
                return Boolean.FALSE;
            }
            String text = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT
                    ? parser.getString().strip().toLowerCase(java.util.Locale.ROOT)
                    : "?";
            return switch (text) {
                case "true", "yes", "1" -> Boolean.TRUE;
                case "false", "no", "0" -> Boolean.FALSE;
                case "" -> null;
                default -> context.reportInputMismatch(Boolean.class, "not a boolean");
            };
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return null;
        }
    }

    private static final class SecretReader extends StdDeserializer<Secret> {
        SecretReader() {
            super(Secret.class);
        }

        @Override
        public Secret deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken().isScalarValue()
                    ? Secret.of(parser.getValueAsString(""))
                    : (Secret) context.handleUnexpectedToken(Secret.class, parser);
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
