package io.github.mailgunreactor.core.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads the value that comes next, as a component of a record, an element of a list or a value of a map. */
abstract class ValueReader {

    /**
     * Moves on to the next token and reads the value that starts there.
     *
     * @return {@code null} for the JSON null, for a value that stands for nothing such as an empty date, and at the end of
     *     an array
     */
    abstract @Nullable Object next(JsonParser parser, DeserializationContext context);

    /** The reader of a type; containers, also those inside of others, leave nulls out. */
    static ValueReader of(JavaType type, DeserializationContext context) {
        if (type.isCollectionLikeType()) {
            return new OfList(of(type.getContentType(), context));
        }
        if (type.isMapLikeType()) {
            return new OfMap(of(type.getContentType(), context));
        }
        return type.hasRawClass(String.class)
                ? new OfString()
                : new Deserialized(context.findContextualValueDeserializer(type, null));
    }

    /** The end of an array and nulls are for the caller to tell apart. */
    private static boolean isNothing(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_NULL || token == JsonToken.END_ARRAY;
    }

    private static final class OfString extends ValueReader {
        @Override
        @Nullable
        Object next(JsonParser parser, DeserializationContext context) {
            String text = parser.nextStringValue();
            if (text != null) {
                return text;
            }
            JsonToken token = parser.currentToken();
            if (isNothing(token)) {
                return null;
            }
            if (token == null || !token.isScalarValue()) {
                throw new Unusual();
            }
            return parser.getString();
        }
    }

    private static final class Deserialized extends ValueReader {
        private final ValueDeserializer<Object> deserializer;

        Deserialized(ValueDeserializer<Object> deserializer) {
            this.deserializer = deserializer;
        }

        @Override
        @Nullable
        Object next(JsonParser parser, DeserializationContext context) {
            return isNothing(parser.nextToken()) ? null : deserializer.deserialize(parser, context);
        }
    }

    private static final class OfList extends ValueReader {
        private final ValueReader elements;

        OfList(ValueReader elements) {
            this.elements = elements;
        }

        @Override
        @Nullable
        Object next(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_ARRAY) {
                if (token == JsonToken.VALUE_STRING && elements instanceof OfString) {
                    return only(parser.getString());
                }
                requireNothing(token);
                return null;
            }
            // Most lists have one element or none, and then need no room for more.
            Object first = null;
            List<Object> list = null;
            while (true) {
                Object element = elements.next(parser, context);
                if (element != null && list != null) {
                    list.add(element);
                } else if (element != null && first != null) {
                    list = new ArrayList<>(4);
                    list.add(first);
                    list.add(element);
                } else if (element != null) {
                    first = element;
                } else if (parser.currentToken() == JsonToken.END_ARRAY) {
                    return list != null ? list : first == null ? List.of() : List.of(first);
                } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    throw new Unusual();
                }
            }
        }
    }

    /** A text where a list of them is expected, as Mailgun writes in every event; what an empty one means is for databind to say. */
    private static List<String> only(String text) {
        if (text.isBlank()) {
            throw new Unusual();
        }
        return List.of(text);
    }

    private static final class OfMap extends ValueReader {
        private final ValueReader values;

        OfMap(ValueReader values) {
            this.values = values;
        }

        @Override
        @Nullable
        Object next(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                requireNothing(token);
                return null;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                Object value = values.next(parser, context);
                if (value != null) {
                    map.put(name, value);
                } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    throw new Unusual();
                }
            }
            return map;
        }
    }

    private static void requireNothing(@Nullable JsonToken token) {
        if (!isNothing(token)) {
            throw new Unusual();
        }
    }
}
