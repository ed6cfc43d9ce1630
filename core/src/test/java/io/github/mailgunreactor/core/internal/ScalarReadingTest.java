package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.OpenValue;
import io.github.mailgunreactor.core.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which forms a scalar is taken, and which values are none. */
class ScalarReadingTest {
    private static final Map<String, Function<Scalars, @Nullable Object>> COMPONENTS = Map.of(
            "text", Scalars::text,
            "number", Scalars::number,
            "small", Scalars::small,
            "fraction", Scalars::fraction,
            "exact", Scalars::exact,
            "flag", Scalars::flag,
            "when", Scalars::when,
            "code", Scalars::code,
            "secret",
                    scalars ->
                            scalars.secret() == null ? null : scalars.secret().reveal());

    private final FreshMapping mapping = FreshMapping.lenient();

    public record Code(String value) implements OpenValue {
        public Code {
            if (value.contains(" ")) {
                throw new IllegalArgumentException("a code has no space");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    record Scalars(
            @Nullable String text,
            @Nullable Long number,
            @Nullable Integer small,
            @Nullable Double fraction,
            @Nullable BigDecimal exact,
            @Nullable Boolean flag,
            @Nullable Instant when,
            @Nullable Code code,
            @Nullable Secret secret) {}

    record Spans(@Nullable Duration span) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|\"a\"|a",
                "text|\"\"|''",
                "text|550|550",
                "text|1.50|1.50",
                "text|false|false",
                "number|12|12",
                "number|\"12\"|12",
                "number|\" +12 \"|12",
                "number|12.0|12",
                "number|\"1.2e1\"|12",
                "number|9223372036854775807|9223372036854775807",
                "number|\"9223372036854775807\"|9223372036854775807",
                "number|-9223372036854775808|-9223372036854775808",
                "number|\"-9223372036854775808\"|-9223372036854775808",
                "number|\"\"|",
                "number|\" \"|",
                "small|7|7",
                "small|\"7\"|7",
                "small|7.0|7",
                "small|2147483647|2147483647",
                "small|\"2147483647\"|2147483647",
                "small|\"-2147483648\"|-2147483648",
                "small|\"\"|",
                "fraction|0.5|0.5",
                "fraction|7|7.0",
                "fraction|\"0.5\"|0.5",
                "fraction|1e300|1.0E300",
                "fraction|\"\"|",
                "exact|1.10|1.10",
                "exact|7|7",
                "exact|\"0.0000\"|0.0000",
                "exact|\".5\"|0.5",
                "exact|\"\"|",
                "flag|true|true",
                "flag|\"true\"|true",
                "flag|\"Yes\"|true",
                "flag|\" 1 \"|true",
                "flag|1|true",
                "flag|false|false",
                "flag|\"false\"|false",
                "flag|\"no\"|false",
                "flag|\"0\"|false",
                "flag|0|false",
                "flag|\"\"|",
                "when|\"Thu, 30 Jan 2025 16:14:04 +0000\"|2025-01-30T16:14:04Z",
                "when|1732706400|2024-11-27T11:20:00Z",
                "when|1732706400.25|2024-11-27T11:20:00.250Z",
                "when|\"\"|",
                "code|\"red\"|red",
                "code|550|550",
                "code|true|true",
                "code|\"\"|",
                "secret|\"key\"|key",
                "secret|550|550"
            })
    void isTakenInAnyFormThatMeansIt(String name, String json, @Nullable String value) {
        Object read = component(name).apply(mapping.read(Scalars.class, "{\"" + name + "\":" + json + "}"));

        assertThat(read == null ? null : read.toString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|{}",
                "text|[]",
                "number|1.5",
                "number|\"1.5\"",
                "number|9223372036854775808",
                "number|\"9223372036854775808\"",
                "number|\"-9223372036854775809\"",
                "number|1e300",
                "number|1e99999999999",
                "number|1e-99999999999",
                "number|\"1,234\"",
                "number|true",
                "number|[]",
                "small|1.5",
                "small|2147483648",
                "small|\"2147483648\"",
                "small|\"-2147483649\"",
                "small|1e99999999999",
                "fraction|1e999",
                "fraction|\"1e999\"",
                "fraction|\"NaN\"",
                "fraction|true",
                "exact|\"0x1F\"",
                "exact|1e99999999999",
                "exact|{}",
                "flag|2",
                "flag|1.0",
                "flag|\"perhaps\"",
                "flag|{}",
                "when|0",
                "when|1e99999999999",
                "when|\"yesterday\"",
                "when|true",
                "code|\"dark red\"",
                "code|{}",
                "code|[]",
                "secret|{}"
            })
    void isAbsentWhereTheValueIsNone(String name, String json) {
        Scalars read = mapping.readByDatabind(Scalars.class, "{\"" + name + "\":" + json + "}");

        assertThat(component(name).apply(read)).isNull();
        assertThat(mapping.unreadable()).containsExactly(name);
        assertThat(FreshMapping.strict().problem(Scalars.class, "{\"" + name + "\":" + json + "}"))
                .isEqualTo("a value that is missing or of another type than expected at " + name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"PT5M\"|PT5M", "\"PT0.5S\"|PT0.5S", "300|PT5M", "300.0|PT5M", "\"300\"|PT5M", "\"\"|", "null|"})
    void aDurationIsSecondsOrHasTheIsoForm(String json, @Nullable Duration span) {
        assertThat(mapping.read(Spans.class, "{\"span\":" + json + "}")).isEqualTo(new Spans(span));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"PTx\"", "\"soon\"", "1.5", "true", "[]"})
    void anythingElseIsNoDuration(String json) {
        assertThat(mapping.readByDatabind(Spans.class, "{\"span\":" + json + "}"))
                .isEqualTo(new Spans(null));
        assertThat(mapping.unreadable()).containsExactly("span");
    }

    record Primitives(long number, int small, double fraction, boolean flag) {}

    @Test
    void aPrimitiveIsTakenAsTheScalarIs() {
        Primitives primitives = new Primitives(12, 7, 0.5, true);

        assertThat(mapping.read(Primitives.class, "{\"number\":12,\"small\":7,\"fraction\":0.5,\"flag\":true}"))
                .isEqualTo(primitives);
        assertThat(mapping.read(
                        Primitives.class, "{\"number\":\"12\",\"small\":\"7\",\"fraction\":\"0.5\",\"flag\":\"yes\"}"))
                .isEqualTo(primitives);
        assertThat(mapping.read(
                        Primitives.class,
                        "{\"number\":\"1.2e1\",\"small\":\"7.0\",\"fraction\":\"+.5\",\"flag\":\"no\"}"))
                .isEqualTo(new Primitives(12, 7, 0.5, false));
    }

    @ParameterizedTest
    @CsvSource({"number", "small", "fraction", "flag"})
    void aPrimitiveMustHaveAValue(String name) {
        String json = "{\"number\":1,\"small\":1,\"fraction\":1,\"flag\":1}";

        for (String none : List.of("null", "\"\"", "\"x\"", "{}")) {
            assertThat(mapping.problem(Primitives.class, json.replace(name + "\":1", name + "\":" + none)))
                    .endsWith(" at " + name);
        }
    }

    @Test
    void aNumberInQuotesHasNoMoreThanAHundredCharacters() {
        String longest = "0." + "1".repeat(98);

        assertThat(mapping.read(Scalars.class, "{\"exact\":\"" + longest + "\"}")
                        .exact())
                .isEqualTo(new BigDecimal(longest));
        assertThat(mapping.readByDatabind(Scalars.class, "{\"exact\":\"" + longest + "1\"}")
                        .exact())
                .isNull();
    }

    private static Function<Scalars, @Nullable Object> component(String name) {
        return Objects.requireNonNull(COMPONENTS.get(name));
    }
}
