package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** One odd value costs itself and nothing else: reading gives what it gives where the value is not there. */
class ToleranceProperties {
    private static final String GOOD = """
            {"id":"a","count":7,"small":2,"rate":"0.25","share":0.5,"active":"yes","at":"Thu, 30 Jan 2025 16:14:04 +0100",
             "color":"red","secret":"s3cret","tags":["x","y"],"colors":["red",550],"numbers":[1,2],
             "rates":{"a":"1.5","b":2},"tree":{"x":{"y":1}},
             "part":{"name":"p","at":"2026-01-23T10:16:00","parts":[{"name":"q","parts":[]}]},
             "parts":[{"name":"r","at":1732706400.25,"parts":[]},{"name":"s","parts":[{"name":"t","parts":[]}]}]}
            """;

    public record Color(String value) implements OpenValue {}

    public record Part(String name, @Nullable Instant at, List<Part> parts) {}

    public record Whole(
            String id,
            @Nullable Long count,
            @Nullable Integer small,
            @Nullable BigDecimal rate,
            @Nullable Double share,
            @Nullable Boolean active,
            @Nullable Instant at,
            @Nullable Color color,
            @Nullable Secret secret,
            List<String> tags,
            @Nullable List<Color> colors,
            List<Long> numbers,
            Map<String, BigDecimal> rates,
            Map<String, Map<String, Long>> tree,
            @Nullable Part part,
            List<Part> parts) {}

    static UnreadableReport reportTo(List<String> paths) {
        return new UnreadableReport() {
            @Override
            public void value(String path) {
                paths.add(path);
            }

            @Override
            public void record(String path, int position) {
                paths.add(path + " after " + position);
            }
        };
    }

    @Provide
    Arbitrary<Object> odd() {
        return Arbitraries.of(
                "N/A",
                "-",
                "",
                " ",
                "1,234",
                "Sun, 30 Feb 2025 00:00:00 GMT",
                "unknown",
                true,
                false,
                0L,
                1L,
                2L,
                -1L,
                1.5,
                1e300,
                new BigDecimal("92233720368547758089"),
                -62135596800L,
                List.of(),
                Map.of(),
                List.of("a", "b"),
                Map.of("p50", 3),
                "0",
                "yes");
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anOddValueCostsItselfAndNothingElse(@ForAll @IntRange(max = 10_000) int place, @ForAll("odd") Object odd) {
        List<List<Object>> places = places(good(), List.of());
        List<Object> path = places.get(place % places.size());
        byte[] changed = JsonMapping.LENIENT.write(replaced(good(), path, odd));
        byte[] without = JsonMapping.LENIENT.write(replaced(good(), path, null));

        List<String> reported = new ArrayList<>();
        Object lenient = outcome(JsonMapping.LENIENT, changed, reported);
        Object strict = outcome(JsonMapping.STRICT, changed, List.of());

        if (strict instanceof Whole) {
            assertThat(lenient).isEqualTo(strict);
            assertThat(reported).isEmpty();
        } else if (outcome(JsonMapping.LENIENT, without, new ArrayList<>()) instanceof Whole whole) {
            assertThat(lenient).isEqualTo(whole);
            assertThat(reported).isNotEmpty();
        } else {
            // It identified the thing.
            assertThat(lenient).isInstanceOf(JsonProblem.class);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aValueThatIsReadIsTheOneThatWasSent(@ForAll("odd") Object odd) {
        for (String number : List.of("count", "small", "rate", "share")) {
            byte[] changed = JsonMapping.LENIENT.write(replaced(good(), List.of(number), odd));
            Whole whole = read(changed, new ArrayList<>());
            Object read = switch (number) {
                case "count" -> whole.count();
                case "small" -> whole.small();
                case "rate" -> whole.rate();
                default -> whole.share();
            };
            if (read instanceof Double share) {
                assertThat(share).isEqualTo(Double.parseDouble(odd.toString()));
            } else if (read != null) {
                assertThat(new BigDecimal(read.toString())).isEqualByComparingTo(new BigDecimal(odd.toString()));
            }
        }
    }

    @Example
    void tellsWhereSomethingWasPassedOverAndNothingOfIt() {
        List<String> reported = new ArrayList<>();
        read("""
                {"id":"a","count":"734419 x","at":"yesterday 734419","rates":{"key734419":"?734419"},"tags":[{"734419":1}],
                 "tree":{"734419":{"734419":"734419!"}},"part":{"at":1},"parts":[{"name":"ok"},{"at":"734419?"},{"parts":[]}]}
                """.getBytes(StandardCharsets.UTF_8), reported);

        assertThat(reported)
                .containsExactly(
                        "count",
                        "at",
                        "rates.*",
                        "tags[]",
                        "tree.*.*",
                        "part.name",
                        "parts[].at",
                        "parts[].name after 1",
                        "parts[].name after 1");
    }

    @Example
    void aPageWithoutAListOfItemsIsNone() {
        for (String items : List.of("\"N/A\"", "{}", "7", "{\"id\":\"1\"}")) {
            byte[] json = ("{\"items\":" + items + "}").getBytes(StandardCharsets.UTF_8);
            assertThatExceptionOfType(JsonProblem.class)
                    .as(items)
                    .isThrownBy(() -> JsonMapping.LENIENT.read(Listing.class, Part.class, json, 0, json.length))
                    .withMessage("a value that is missing or of another type than expected at items");
        }
    }

    @Example
    void aDocumentOfNothingButOddnessCostsNoMoreThanAMoment() {
        for (String odd : List.of("{}", "1.5", "[]", "{\"name\":[{}]}", "\"Sun, 30 Feb 2025 00:00:00 GMT\"")) {
            byte[] json = ("{\"id\":\"1\",\"parts\":[" + (odd + ",").repeat(4 * 1024 * 1024 / (odd.length() + 1))
                            + "{}]}")
                    .getBytes(StandardCharsets.UTF_8);
            List<String> reported = new ArrayList<>();
            Object outcome = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> outcome(JsonMapping.LENIENT, json, reported));

            assertThat(outcome).isInstanceOf(JsonProblem.class);
            assertThat(reported).hasSizeBetween(1_000, 60_000);
        }
    }

    private static Whole read(byte[] json, List<String> reported) {
        return JsonMapping.LENIENT.read(Whole.class, null, json, 0, json.length, reportTo(reported));
    }

    private static Object outcome(JsonMapping mapping, byte[] json, List<String> reported) {
        try {
            return mapping.read(Whole.class, null, json, 0, json.length, reportTo(reported));
        } catch (JsonProblem problem) {
            return problem;
        }
    }

    private static Object good() {
        byte[] json = GOOD.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(JsonMapping.STRICT.readAny(json, 0, json.length));
    }

    private static List<List<Object>> places(@Nullable Object json, List<Object> at) {
        List<List<Object>> places = new ArrayList<>();
        if (!at.isEmpty()) {
            places.add(at);
        }
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> places.addAll(places(value, and(at, name))));
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.addAll(places(list.get(i), and(at, i)));
            }
        }
        return places;
    }

    private static List<Object> and(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Object replaced(Object json, List<Object> path, @Nullable Object by) {
        Object step = path.get(0);
        List<Object> rest = path.subList(1, path.size());
        if (json instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(object);
            Object value = Objects.requireNonNull(object.get(step));
            copy.put(step, rest.isEmpty() ? by : replaced(value, rest, by));
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) json);
        int index = (Integer) step;
        copy.set(index, rest.isEmpty() ? by : replaced(Objects.requireNonNull(copy.get(index)), rest, by));
        return copy;
    }
}
