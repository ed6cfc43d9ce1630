package io.github.mailgunreactor.core.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON to records and back, without a tree between. A component that is not {@code @Nullable} must be there; a list or map
 * that is not there is empty; scalars are taken as they come, numbers in quotes too. A value that cannot be read is taken
 * for absent, in a list or map left out.
 */
public final class JsonMapping {
    /** Passes over fields that no record has, and over values that cannot be read. */
    public static final JsonMapping LENIENT = new JsonMapping(false);

    /** Refuses them: for tests that want to notice what Mailgun added or changed. */
    public static final JsonMapping STRICT = new JsonMapping(true);

    private static final UnreadableReport NOBODY = new UnreadableReport() {
        @Override
        public void value(String path) {}

        @Override
        public void record(String path, int position) {}
    };

    private final boolean strict;
    private final JsonMapper mapper;
    private final ObjectReaders usual;
    private final ObjectReaders unusual;
    private final ObjectReader untyped;

    JsonMapping(boolean strict) {
        this.strict = strict;
        mapper = mapper(strict).addModule(new MailgunModule(true)).build();
        usual = new ObjectReaders(mapper);
        unusual = new ObjectReaders(
                mapper(strict).addModule(new MailgunModule(false)).build());
        untyped = mapper(strict).build().readerFor(Object.class);
    }

    private static JsonMapper.Builder mapper(boolean strict) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxNumberLength(100)
                        .maxNameLength(10_000)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.SKIP));
    }

    /** Reads an object of a type, and tells nobody what of it could not be read. */
    public <T> T read(Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length) {
        return read(type, argument, json, offset, length, NOBODY);
    }

    /**
     * Reads an object of a type.
     *
     * @param argument the type's argument where it is generic
     * @param report is told what of it could not be read
     * @throws JsonProblem if the bytes are not JSON, or lack what the type requires
     */
    public <T> T read(
            Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length, UnreadableReport report) {
        try {
            T value = readUsual(type, argument, json, offset, length);
            if (value != null) {
                return value;
            }
        } catch (JacksonException | NumberFormatException | Unusual notUsual) {
            // Read on below.
        }
        return readUnusual(type, argument, json, offset, length, report);
    }

    /** Reads what {@link RecordReader} understands; fails on some of the rest, in a way that says nothing. */
    @SuppressWarnings("unchecked") // the reader was made for the type
    <T> @Nullable T readUsual(Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length) {
        return (T) usual.of(type, argument).<Object>readValue(json, offset, length);
    }

    /** Reads anything, with databind alone, which has the last word on what JSON means and what is wrong with it. */
    <T> T readUnusual(
            Class<T> type, @Nullable Class<?> argument, byte[] json, int offset, int length, UnreadableReport report) {
        ObjectReader reader = unusual.of(type, argument);
        T value;
        try {
            value = (strict ? reader : reader.withAttribute(Tolerance.class, new Tolerance(report)))
                    .readValue(json, offset, length);
        } catch (JacksonException | NumberFormatException unreadable) {
            throw JsonProblem.of(unreadable);
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
        } catch (JacksonException | NumberFormatException unreadable) {
            throw JsonProblem.of(unreadable);
        }
    }

    /** Writes records under their wire names without their nulls, parameters, maps, lists and scalars. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }
}
