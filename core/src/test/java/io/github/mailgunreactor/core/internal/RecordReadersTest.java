package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mailgunreactor.core.Secret;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records are read quickly, and that the others lose nothing but time. */
class RecordReadersTest {
    private final FreshMapping mapping = FreshMapping.lenient();

    record Scalars(
            String text,
            @Nullable Long number,
            long whole,
            @Nullable Integer small,
            int smaller,
            @Nullable Double fraction,
            double share,
            @Nullable Boolean flag,
            boolean on,
            BigDecimal exact,
            Instant when,
            Secret secret,
            RecordReadingTest.Color color) {}

    record Containers(List<String> list, Map<String, Long> map, List<Map<String, Scalars>> both) {}

    record Renamed(@JsonProperty("wire") @JsonAlias("older") String id) {
        @Override
        public String id() {
            return id;
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface OfSomebodyElse {}

    @Deprecated
    record OtherwiseAnnotated(@OfSomebodyElse String id) implements Comparable<OtherwiseAnnotated> {
        @Deprecated
        OtherwiseAnnotated {}

        @Override
        public int compareTo(OtherwiseAnnotated other) {
            return id.compareTo(other.id);
        }
    }

    record Generic<T>(List<T> items) {}

    record TwoConstructors(String id, String name) {
        TwoConstructors(String id) {
            this(id, id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Scalars.class,
                Containers.class,
                Renamed.class,
                OtherwiseAnnotated.class,
                TwoConstructors.class,
                WideRecords.Widest.class
            })
    void aRecordOfScalarsListsMapsAndRecordsIsReadQuickly(Class<?> type) {
        assertThat(mapping.readsQuickly(type)).isTrue();
    }

    @Test
    void aGenericRecordIsReadQuicklyWithAnArgumentThatIsKnown() {
        assertThat(mapping.readsQuickly(Generic.class, Scalars.class)).isTrue();
        assertThat(mapping.readsQuickly(Generic.class, URI.class)).isFalse();
    }

    record Empty() {}

    record OfSet(Set<String> set) {}

    record OfSets(List<Set<String>> sets) {}

    record OfNumberedMap(Map<Integer, String> map) {}

    record OfDuration(Duration duration) {}

    record OfUris(List<URI> uris) {}

    record SameName(
            @JsonProperty("id") String first,
            @JsonProperty("other") @JsonAlias("id") String second) {}

    @JsonIgnoreProperties("id")
    record Ignoring(@Nullable String id) {}

    record Formatted(
            @JsonFormat(shape = JsonFormat.Shape.STRING) String id) {}

    record ReadOnly(
            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
            String id) {}

    record ByConstructor(String id) {
        @JsonCreator
        ByConstructor {}
    }

    record ByFactory(String id) {
        @JsonCreator
        static ByFactory of(@JsonProperty("id") String id) {
            return new ByFactory(id);
        }
    }

    record BySecondConstructor(String id, String name) {
        BySecondConstructor(@JsonProperty("id") String id) {
            this(id, id);
        }
    }

    record WrittenAsItsValue(@JsonValue String id) {}

    record Computing(String id) {
        @JsonIgnore
        boolean isLong() {
            return id.length() > 3;
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Empty.class,
                OfSet.class,
                OfSets.class,
                OfNumberedMap.class,
                OfDuration.class,
                OfUris.class,
                SameName.class,
                Ignoring.class,
                Formatted.class,
                ReadOnly.class,
                ByConstructor.class,
                ByFactory.class,
                BySecondConstructor.class,
                WrittenAsItsValue.class,
                Computing.class,
                WideRecords.TooWide.class
            })
    void anyOtherRecordIsLeftToDatabind(Class<?> type) {
        assertThat(mapping.readsQuickly(type)).isFalse();
    }

    @Test
    void aRecordOfAnyWidthIsRead() {
        Function<Integer, String> json = width -> IntStream.rangeClosed(1, width)
                .mapToObj(i -> String.format("\"c%02d\":%d", i, i))
                .toList()
                .toString()
                .replace('[', '{')
                .replace(']', '}');

        WideRecords.Widest widest = mapping.read(WideRecords.Widest.class, json.apply(64));
        assertThat(List.of(widest.c01(), widest.c32(), widest.c33(), widest.c64()))
                .containsExactly(1, 32, 33, 64);
        assertThat(mapping.problem(WideRecords.Widest.class, json.apply(63))).endsWith(" at c64");
        assertThat(mapping.read(WideRecords.TooWide.class, json.apply(65)).c65())
                .isEqualTo(65);
    }

    interface Identified {
        @JsonProperty("wire")
        @Nullable
        String id();
    }

    interface Listed extends Identified {}

    @JsonIgnoreProperties("id")
    interface WithoutId {}

    @JacksonAnnotationsInside
    @JsonProperty("wire")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Wire {}

    record NamedByAccessor(@Nullable String id) {
        @Override
        @JsonProperty("wire")
        public @Nullable String id() {
            return id;
        }
    }

    record NamedByParameter(@Nullable String id) {
        NamedByParameter(@JsonProperty("wire") @Nullable String id) {
            this.id = id;
        }
    }

    record NamedByInterface(@Nullable String id) implements Identified {}

    record NamedByFarInterface(@Nullable String id) implements Listed {}

    record NamedByAnnotationOfOnesOwn(@Wire @Nullable String id) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                NamedByAccessor.class,
                NamedByParameter.class,
                NamedByInterface.class,
                NamedByFarInterface.class,
                NamedByAnnotationOfOnesOwn.class
            })
    void aNameCountsWhereverItIsSaid(Class<?> type) {
        assertThat(mapping.read(type, "{\"wire\":\"1\",\"id\":\"2\"}").toString())
                .endsWith("[id=1]");
        assertThat(mapping.readsQuickly(type)).isFalse();
    }

    record IgnoringByInterface(@Nullable String id) implements WithoutId {}

    @Test
    void whatAnInterfaceIgnoresIsIgnored() {
        assertThat(mapping.read(IgnoringByInterface.class, "{\"id\":\"1\"}")).isEqualTo(new IgnoringByInterface(null));
    }

    record MadeBySecondConstructor(String id, @Nullable String note) {
        @JsonCreator
        MadeBySecondConstructor(@JsonProperty("note") @Nullable String note) {
            this("fixed", note);
        }
    }

    record MadeByFactory(@Nullable String id, List<String> notes) {
        @JsonCreator
        static MadeByFactory of(
                @JsonProperty("id") String id,
                @JsonProperty("note") @Nullable String note,
                @JsonProperty("notes") List<String> notes) {
            return new MadeByFactory(id, note == null ? notes : List.of(note));
        }
    }

    @Test
    void theParametersOfAnotherCreatorSayWhatMustBeThere() {
        assertThat(mapping.read(MadeBySecondConstructor.class, "{}"))
                .isEqualTo(new MadeBySecondConstructor("fixed", null));
        assertThat(mapping.read(MadeByFactory.class, "{\"id\":\"1\",\"note\":null}"))
                .isEqualTo(new MadeByFactory("1", List.of()));
        assertThat(mapping.problem(MadeByFactory.class, "{\"note\":\"n\"}"))
                .isEqualTo("a value that is missing or of another type than expected at id");
    }
}
