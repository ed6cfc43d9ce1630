package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON to records and back, without a tree between. A component that is not {@code @Nullable} must be there; a list or map
 * that is not there is empty; scalars are taken as they come, numbers in quotes too.
 */
public final class JsonMapping {
    /** Passes over fields that no record has. */
    public static final JsonMapping LENIENT = new JsonMapping(false);

    /** Refuses fields that no record has: for tests that want to notice what Mailgun added. */
    public static final JsonMapping STRICT = new JsonMapping(true);

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_.@:-]{1,64}");

    private final JsonMapper mapper;
    private final ObjectReaders usual;
    private final ObjectReaders unusual;
    private final ObjectReader untyped;

    private JsonMapping(boolean strict) {
        mapper = mapper(strict, new MailgunModule(true));
        usual = new ObjectReaders(mapper);
        unusual = new ObjectReaders(mapper(strict, new MailgunModule(false)));
        untyped = mapper.readerFor(Object.class);
    }

    private static JsonMapper mapper(boolean strict, MailgunModule module) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxNumberLength(100)
                        .maxNameLength(10_000)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(module)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /**
     * Reads an object of a type.
     *
     * @param argument the type's argument where it is generic
     * @throws JsonProblem if the bytes are not JSON, or not of that type
     */
    public <T> T read(Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length) {
        try {
            T value = readUsual(type, argument, json, offset, length);
            if (value != null) {
                return value;
            }
        } catch (JacksonException | Unusual notUsual) {
            // Read on below.
        }
        return readUnusual(type, argument, json, offset, length);
    }

    /** Reads what {@link RecordReader} understands; fails on some of the rest, in a way that says nothing. */
    @SuppressWarnings("unchecked") // the reader was made for the type
    <T> @Nullable T readUsual(Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length) {
        return (T) usual.of(type, argument).<Object>readValue(json, offset, length);
    }

    /** Reads anything, with databind alone, which has the last word on what JSON means and what is wrong with it. */
    <T> T readUnusual(Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length) {
        T value;
        try {
            value = unusual.of(type, argument).readValue(json, offset, length);
        } catch (JacksonException unreadable) {
            throw new JsonProblem(describe(unreadable));
        }
        if (value == null) {
            throw new JsonProblem("null where an object should be");
        }
        return value;
    }

    /**
     * Reads any JSON into maps, lists, strings, longs, big decimals and booleans.
     *
     * @throws JsonProblem if the bytes are not JSON
     */
    public @Nullable Object readAny(byte[] json, int offset, int length) {
        try {
            return untyped.readValue(json, offset, length);
        } catch (JacksonException unreadable) {
            throw new JsonProblem(describe(unreadable));
        }
    }

    /** Writes records under their wire names without their nulls, parameters, maps, lists and scalars. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /** Where and why, but nothing of the content: Jackson's own messages quote it. */
    private static String describe(JacksonException problem) {
        StringBuilder text = new StringBuilder();
        if (problem instanceof StreamConstraintsException) {
            text.append("too deep, or a name or number too long");
        } else if (problem instanceof StreamReadException) {
            text.append("not JSON");
        } else if (problem instanceof UnrecognizedPropertyException) {
            text.append("a field that is not known");
        } else {
            text.append("a value that is missing or of another type than expected");
        }
        if (!problem.getPath().isEmpty()) {
            text.append(" at ");
            appendPath(text, problem);
        }
        return text.toString();
    }

    /** The name of an unknown field is the server's: it is shown only where it is no more than a name. */
    private static String shown(String name) {
        return FIELD_NAME.matcher(name).matches() ? name : "?";
    }

    /** Names of record components are ours and may be shown; names in the response, such as keys of maps, may not. */
    private static void appendPath(StringBuilder text, JacksonException problem) {
        boolean first = true;
        for (Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(first ? "" : ".").append(step.from() instanceof Map ? "*" : shown(step.getPropertyName()));
            }
            first = false;
        }
    }
}
