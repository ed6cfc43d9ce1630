package io.github.mailgunreactor.core.internal;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a JSON object into a record: names are matched as bytes, values go into an array, the array into the constructor.
 *
 * <p>It knows only what is usual. Whatever is not (a name given twice, something required that is missing, a value of
 * another shape) it gives up on with {@link Unusual}; databind then reads the same bytes and says what they mean. So it
 * has to be right only about what it accepts.
 */
final class RecordReader extends StdDeserializer<Object> {
    /** As many components as a {@code long} has bits. */
    static final int MOST_COMPONENTS = Long.SIZE;

    private final transient MethodHandle constructor;
    private final transient List<RecordProperty> properties;
    private final transient @Nullable Object[] absent;
    private final long required;

    // Set when the reader is resolved: a record may contain itself.
    private transient @Nullable PropertyNameMatcher names;
    private int[] componentOfName = {};
    private transient ValueReader[] values = {};
    private boolean strict;

    RecordReader(JavaType type, List<RecordProperty> properties, Constructor<?> canonical) {
        super(type);
        this.properties = properties;
        this.constructor = RecordConstructor.spreading(canonical);
        this.absent = new Object[properties.size()];
        long mask = 0;
        for (int i = 0; i < properties.size(); i++) {
            absent[i] = properties.get(i).absent();
            mask |= properties.get(i).required() ? 1L << i : 0;
        }
        this.required = mask;
    }

    @Override
    public void resolve(DeserializationContext context) {
        List<Named> named = new ArrayList<>();
        List<Integer> components = new ArrayList<>();
        ValueReader[] readers = new ValueReader[properties.size()];
        for (int i = 0; i < properties.size(); i++) {
            RecordProperty property = properties.get(i);
            readers[i] = ValueReader.of(property.type(), context);
            for (String name : property.names()) {
                named.add(Named.fromString(name));
                components.add(i);
            }
        }
        names = context.tokenStreamFactory().constructNameMatcher(named, false);
        componentOfName = components.stream().mapToInt(Integer::intValue).toArray();
        strict = context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        values = readers;
    }

    /** A record of databind's may want this one read in another way where it stands. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property != null && RecordAnnotations.changeReading(property) ? new LeftToDatabind(handledType()) : this;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Unusual();
        }
        @Nullable Object[] components = absent.clone();
        long seen = 0;
        PropertyNameMatcher matcher = Objects.requireNonNull(names);
        int match = parser.nextNameMatch(matcher);
        for (; match != PropertyNameMatcher.MATCH_END_OBJECT; match = parser.nextNameMatch(matcher)) {
            if (match < 0) {
                skipUnknown(match, parser);
                continue;
            }
            int component = componentOfName[match];
            long bit = 1L << component;
            if ((seen & bit) != 0) {
                throw new Unusual();
            }
            seen |= bit;
            Object value = values[component].next(parser, context);
            if (value != null) {
                components[component] = value;
            } else {
                acceptNull(properties.get(component));
            }
        }
        if ((required & ~seen) != 0) {
            throw new Unusual();
        }
        return RecordConstructor.invoke(constructor, components);
    }

    private void skipUnknown(int match, JsonParser parser) {
        if (strict || match != PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            throw new Unusual();
        }
        parser.nextToken();
        parser.skipChildren();
    }

    private static void acceptNull(RecordProperty property) {
        if (!property.nullable() && !property.container()) {
            throw new Unusual();
        }
    }

    private static final class LeftToDatabind extends StdDeserializer<Object> {
        LeftToDatabind(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            throw new Unusual();
        }
    }
}
