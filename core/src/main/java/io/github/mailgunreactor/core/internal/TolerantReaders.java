package io.github.mailgunreactor.core.internal;

import io.github.mailgunreactor.core.OpenValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * Puts a reader around databind's own for each record, list and map: what cannot be read is passed over as far as the
 * {@link Tolerance} goes, so that it costs no more than itself. The readers of scalars do that on their own.
 */
final class TolerantReaders extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        return isRecord(description.getType()) && !(deserializer instanceof RecordReader)
                ? new OfRecord(deserializer)
                : deserializer;
    }

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new OfList(deserializer, Single.of(type.getContentType()), false);
    }

    @Override
    public ValueDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new OfMap(deserializer);
    }

    private static boolean isRecord(JavaType type) {
        return type.isRecordType() && !OpenValue.class.isAssignableFrom(type.getRawClass());
    }

    /** A record without what identifies it is none: {@code null}, or left out of its list, or the end of the reading. */
    private static final class OfRecord extends DelegatingDeserializer {
        OfRecord(ValueDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new OfRecord(deserializer);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the very place in the response
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            Tolerance tolerance = Tolerance.of(context);
            TokenStreamContext around = parser.streamReadContext();
            JsonToken token = parser.currentToken();
            // An object of which a delegating creator is made was entered already.
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY || token == JsonToken.PROPERTY_NAME) {
                around = around.getParent();
            }
            if (token == JsonToken.VALUE_STRING && parser.getString().isEmpty()) {
                Tolerance.passOver(handledType(), parser, context);
                return null;
            }
            if (tolerance == null || around.inRoot()) {
                return _delegatee.deserialize(parser, context);
            }
            try {
                return _delegatee.deserialize(parser, context);
            } catch (JacksonException problem) {
                if (tolerance.isExhausted() || isBroken(problem)) {
                    throw problem;
                }
                while (parser.streamReadContext() != around) {
                    parser.nextToken();
                }
                tolerance.passedOver(around, JsonProblem.path(problem));
                return null;
            }
        }

        /** The bytes are not JSON, or more than we read: what follows means nothing. */
        private static boolean isBroken(JacksonException problem) {
            return problem instanceof StreamConstraintsException
                    || (problem instanceof StreamReadException && !(problem instanceof InputCoercionException));
        }
    }

    /** What may stand for a list of one. */
    private enum Single {
        SCALAR,
        OBJECT,
        NOTHING;

        static Single of(JavaType element) {
            return isRecord(element) ? OBJECT : element.isContainerType() ? NOTHING : SCALAR;
        }

        boolean mayBe(JsonToken token) {
            return this == SCALAR ? token.isScalarValue() : this == OBJECT && token == JsonToken.START_OBJECT;
        }
    }

    private static final class OfList extends DelegatingDeserializer {
        private final Single single;
        private final boolean required;

        OfList(ValueDeserializer<?> deserializer, Single single, boolean required) {
            super(deserializer);
            this.single = single;
            this.required = required;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new OfList(deserializer, single, required);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            OfList contextual = (OfList) super.createContextual(context, property);
            return property != null && property.isRequired()
                    ? new OfList(contextual._delegatee, single, true)
                    : contextual;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_ARRAY) {
                return _delegatee.deserialize(parser, context);
            }
            boolean empty =
                    token == JsonToken.VALUE_STRING && parser.getString().isEmpty();
            if (required && !empty) {
                throw MismatchedInputException.from(parser, handledType(), "not a list");
            }
            if (!empty && single.mayBe(token)) {
                Object list = _delegatee.deserialize(parser, context);
                if (!(list instanceof Collection<?> read) || !read.stream().allMatch(RecordProperty::saysNothing)) {
                    return list;
                }
            }
            Tolerance.passOver(handledType(), parser, context);
            return null;
        }
    }

    private static final class OfMap extends DelegatingDeserializer {
        OfMap(ValueDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new OfMap(deserializer);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            // An object of which a delegating creator is made was entered already, and an empty one is at its end.
            boolean entered = token == JsonToken.PROPERTY_NAME || token == JsonToken.END_OBJECT;
            if (token != JsonToken.START_OBJECT && !entered) {
                Tolerance.passOver(handledType(), parser, context);
                return null;
            }
            Tolerance tolerance = Tolerance.of(context);
            if (tolerance == null || token == JsonToken.END_OBJECT) {
                return _delegatee.deserialize(parser, context);
            }
            tolerance.begin(parser.streamReadContext());
            try {
                return _delegatee.deserialize(parser, context);
            } finally {
                tolerance.end();
            }
        }
    }
}
