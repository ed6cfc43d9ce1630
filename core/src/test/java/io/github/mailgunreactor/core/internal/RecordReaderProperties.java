package io.github.mailgunreactor.core.internal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Paging;
import io.github.mailgunreactor.core.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Databind is the judge: whatever the bytes, reading them gives what databind gives, the value or the complaint. */
class RecordReaderProperties {
    private static final List<Class<?>> TYPES =
            List.of(Everything.class, Required.class, Primitives.class, Nested.class, Paging.class, Values.class);

    private static final List<String> NAMES = List.of(
            "text",
            "long-number",
            "number",
            "small",
            "fraction",
            "exact",
            "flag",
            "@when",
            "color",
            "secret",
            "texts",
            "colors",
            "table",
            "rates",
            "tree",
            "other",
            "Other",
            "another",
            "others",
            "values",
            "id",
            "items",
            "n",
            "child",
            "children",
            "named",
            "first",
            "next",
            "prev",
            "Previous",
            "unknown",
            "te\\u0078t",
            "f\u00fcr",
            "");

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-7",
            "550",
            "1.5",
            "1e3",
            "1.0",
            "2147483648",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.1e-7",
            "1e99999999999",
            "1732706400",
            "1732706400.5",
            "1732706400123",
            "\"\"",
            "\" \"",
            "\"550\"",
            "\"1.5\"",
            "\"true\"",
            "\"yes\"",
            "\"no\"",
            "\"0.0000\"",
            "\"null\"",
            "\"red\"",
            "\"Mon, 24 Feb 2025 22:44:03 GMT\"",
            "\"2025-06-25T17:19:51.166Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"2025-13-45\"",
            "\"\\ud83d\\ude00 \\n \\u0000\"",
            "\"\u00e9\u4e2d\ud83d\ude00\"",
            "\"half \\ud83d\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\":null}",
            "NaN",
            "01",
            "'x'",
            "");

    private static final String PRIMITIVES = "\"small\":3,\"flag\":true,\"fraction\":0.5";

    /** What every type here needs at least; the other fields come on top. */
    private static final String COMPLETE =
            "\"id\":\"abc\",\"number\":5,\"color\":\"red\",\"items\":[\"a\"],\"n\":null," + PRIMITIVES;

    private static final String EXTRA = ",\"extra\":[{}]";

    private static final String REQUIRED =
            "{\"id\":\"1\",\"number\":2,\"color\":550,\"items\":null,\"n\":null" + EXTRA + "}";

    /** Values that fit {@link Everything}, by name. */
    private static final Map<String, List<String>> FITTING = Map.ofEntries(
            entry(
                    "text",
                    List.of("\"hello\"", "null", "550", "true", "\"\"", "\"\\ud83d\\ude00 \\n\"", "\"\u00e9\u4e2d\"")),
            entry("long-number", List.of("12", "\"12\"", "9223372036854775807", "null", "\"\"")),
            entry("exact", List.of("1.10", "\"0.0000\"", "7", "0.1e-7", "null")),
            entry("@when", List.of("\"Mon, 24 Feb 2025 22:44:03 GMT\"", "1732706400.25", "\"\"", "null")),
            entry("secret", List.of("\"key\"", "7", "null")),
            entry("texts", List.of("[\"a\",\"b\"]", "[\"a\",null]", "[1]", "null", "[]")),
            entry("colors", List.of("[\"red\",null,\"blue\"]", "null", "[]")),
            entry("table", List.of("[[1,2],[],[null]]", "[null,[3]]", "null")),
            entry("rates", List.of("{\"a\":1.5,\"b\":\"2\"}", "{\"a\":null}", "{\"a\":1,\"a\":2}", "{}", "null")),
            entry("tree", List.of("{\"x\":{\"y\":1,\"z\":null},\"n\":null}", "{}", "null")),
            entry("other", List.of(REQUIRED, "null")),
            entry("others", List.of("[]", "[" + REQUIRED + ",null," + REQUIRED + "]", "null")),
            entry("values", List.of("{\"a\":1}", "{}", "null")),
            entry("unknown", List.of("1", "{\"a\":[1,{\"b\":\"c\"}]}")),
            entry("child", List.of("{\"children\":[{},{\"child\":null}]}", "null")),
            entry("named", List.of("{\"x\":{},\"y\":null}", "null")),
            entry("Next", List.of("\"y\"", "null")));

    /** Those of them that {@link Everything} has. */
    private static final Set<String> EVERYTHING = Set.of(
            "text",
            "long-number",
            "exact",
            "@when",
            "secret",
            "texts",
            "table",
            "rates",
            "tree",
            "other",
            "others",
            "values");

    /** Fields that {@link Everything} does not quite have so. */
    private static final List<String> ODD = List.of(
            "\"texts\":\"one\"",
            "\"colors\":[\"\"]",
            "\"flag\":\"yes\"",
            "\"flag\":\"perhaps\"",
            "\"color\":\"\"",
            "\"other\":{\"id\":\"1\"}",
            "\"values\":[]",
            "\"small\":2147483648",
            "\"small\":null",
            "\"number\":\"x\"",
            "\"items\":null",
            "\"items\":{}",
            "\"id\":null",
            "\"others\":{}",
            "\"others\":\"\"",
            "\"others\":[1,{}," + REQUIRED + "]",
            "\"other\":[]",
            "\"texts\":\"\"",
            "\"texts\":[{},\"a\",[\"b\"]]",
            "\"values\":{\"a\":{\"p50\":3},\"b\":\"n/a\",\"c\":true,\"d\":4}",
            "\"tree\":{\"x\":{\"y\":1.5,\"z\":\"1,234\"},\"n\":7}",
            "\"table\":[[1,\"x\"],{},3]",
            "\"exact\":\"N/A\"",
            "\"@when\":0",
            "\"@when\":-62135596800",
            "\"small\":1.5",
            "\"small\":2.0",
            "\"id\":{}",
            "\"@when\":\"yesterday\"",
            "\"Other\":" + REQUIRED);

    private static final Arbitrary<String> ANYTHING = anything();

    private final JsonMapping lenient = new JsonMapping(false);
    private final JsonMapping strict = new JsonMapping(true);

    public record Color(String value) implements OpenValue {}

    public record Everything(
            @Nullable String text,
            @JsonProperty("long-number") @Nullable Long number,
            @Nullable Integer small,
            @Nullable Double fraction,
            @Nullable BigDecimal exact,
            @Nullable Boolean flag,
            @JsonProperty("@when") @Nullable Instant when,
            @Nullable Color color,
            @Nullable Secret secret,
            List<String> texts,
            @Nullable List<Color> colors,
            List<List<Long>> table,
            Map<String, BigDecimal> rates,
            @Nullable Map<String, Map<String, Long>> tree,
            @JsonAlias({"Other", "another"}) @Nullable Required other,
            List<Required> others,
            @Nullable Values values) {}

    public record Required(
            String id,
            Long number,
            Color color,
            @JsonProperty(required = true) List<String> items,

            @JsonProperty(value = "n", required = true) @Nullable
            String nullable) {}

    public record Primitives(int small, long number, boolean flag, double fraction) {}

    public record Nested(@Nullable Nested child, List<Nested> children, Map<String, Nested> named) {}

    public record Values(@JsonValue Map<String, BigDecimal> map) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Values {}
    }

    public record Checked(String id) {
        public Checked {
            if (id.length() > 3) {
                throw new IllegalArgumentException("too long: " + id);
            }
        }
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void readsWhatDatabindReads(@ForAll("types") Class<?> type, @ForAll("documents") String json) {
        check(lenient, type, null, json.getBytes(StandardCharsets.UTF_8));
        Statistics.coverage(both -> both.check("read").percentage(share -> share > 25));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void isAsStrictAsDatabind(@ForAll("types") Class<?> type, @ForAll("documents") String json) {
        check(strict, type, null, json.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readsWithoutLeniencyWhatItKnows(@ForAll("known") String json) {
        check(strict, Everything.class, null, json.getBytes(StandardCharsets.UTF_8));
        Statistics.coverage(both -> both.check("read").percentage(share -> share > 50));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readsListingsAsDatabindDoes(@ForAll("documents") String items, @ForAll("documents") String paging) {
        String json = "{\"paging\":" + paging + ",\"items\":[" + items + "," + items + "]}";
        check(lenient, Listing.class, Everything.class, json.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void treatsDamagedDocumentsAsDatabindDoes(
            @ForAll("types") Class<?> type,
            @ForAll("documents") String json,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll byte damage,
            @ForAll boolean cut) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int at = position % Math.max(1, bytes.length);
        if (cut) {
            bytes = Arrays.copyOf(bytes, at);
        } else if (bytes.length > 0) {
            bytes[at] = damage;
        }
        check(lenient, type, null, bytes);
    }

    @Property(tries = 1000)
    void treatsAnyBytesAsDatabindDoes(@ForAll("types") Class<?> type, @ForAll byte[] bytes) {
        check(lenient, type, null, bytes);
    }

    @Property(tries = 50)
    void leavesWhatARecordRefusesToDatabind(@ForAll String id) {
        check(lenient, Checked.class, null, lenient.write(Map.of("id", id)));
    }

    @Example
    void databindReadsWhatADelegatingCreatorTakes() {
        for (String json : List.of("{}", "{\"a\":1}", "{\"a\":1,\"b\":\"0.5\"}")) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThat(outcome(report -> strict.readUnusual(Values.class, null, bytes, 0, bytes.length, report)))
                    .isInstanceOf(Reading.class);
        }
    }

    private static void check(JsonMapping mapping, Class<?> type, @Nullable Class<?> argument, byte[] json) {
        Object expected = outcome(report -> mapping.readUnusual(type, argument, json, 0, json.length, report));
        Object actual = outcome(report -> mapping.read(type, argument, json, 0, json.length, report));
        Object usual = outcome(report -> mapping.readUsual(type, argument, json, 0, json.length));
        boolean read = usual instanceof Reading reading && type.isInstance(reading.value());
        Statistics.collect(read ? "read" : "left to databind");
        assertThat(actual).isEqualTo(expected);
        if (read) {
            // It has nobody to tell, so it must not take what is odd.
            assertThat(usual).isEqualTo(expected);
        }
    }

    /** A value, and what of the document it is without. */
    private record Reading(Object value, List<String> unreadable) {}

    private static Object outcome(Function<UnreadableReport, @Nullable Object> reading) {
        List<String> unreadable = new ArrayList<>();
        try {
            Object value = reading.apply(ToleranceProperties.reportTo(unreadable));
            return value == null ? "nothing" : new Reading(value, unreadable);
        } catch (JsonProblem problem) {
            return "JsonProblem: " + problem.getMessage();
        } catch (RuntimeException notUsual) {
            return "not usual";
        }
    }

    @Provide
    Arbitrary<Class<?>> types() {
        return Arbitraries.of(TYPES);
    }

    /** Objects that fit, objects that nearly do, and any JSON. */
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> odd = Combinators.combine(name(), ANYTHING).as((name, json) -> name + ":" + json);
        return Arbitraries.frequencyOf(
                Tuple.of(5, fitting(Arbitraries.just(""))),
                Tuple.of(3, fitting(Arbitraries.oneOf(Arbitraries.of(ODD), odd).map(field -> "," + field))),
                Tuple.of(1, ANYTHING));
    }

    /** Objects of {@link Everything} without a field that it does not have. */
    @Provide
    Arbitrary<String> known() {
        return fields(EVERYTHING).map(fields -> ("{" + PRIMITIVES + fields + "}").replace(EXTRA, ""));
    }

    private static Arbitrary<String> fitting(Arbitrary<String> end) {
        return Combinators.combine(fields(FITTING.keySet()), end)
                .as((more, last) -> "{" + COMPLETE + more + last + "}");
    }

    private static Arbitrary<String> fields(Set<String> of) {
        return Arbitraries.of(of)
                .set()
                .ofMaxSize(8)
                .flatMap(names -> Combinators.combine(names.stream()
                                .map(name -> Arbitraries.of(Objects.requireNonNull(FITTING.get(name)))
                                        .map(value -> ", \"" + name + "\" : " + value))
                                .toList())
                        .as(values -> String.join("", values)));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of(NAMES).map(name -> '"' + name + '"');
    }

    private static Arbitrary<String> anything() {
        return Arbitraries.recursive(
                () -> Arbitraries.of(SCALARS),
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(elements -> "[" + String.join(",", elements) + "]"),
                        Combinators.combine(name(), inner)
                                .as((name, json) -> name + ":" + json)
                                .list()
                                .ofMaxSize(4)
                                .map(fields -> "{" + String.join(",", fields) + "}")),
                0,
                3);
    }
}
