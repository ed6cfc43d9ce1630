package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.OpenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the components of a record say of its JSON, to the record reader and to databind alike. */
class RecordReadingTest {
    private static final String MISSING = "a value that is missing or of another type than expected at ";

    private final FreshMapping mapping = FreshMapping.lenient();

    record Noted(String id, @Nullable String note) {}

    @Test
    void aComponentThatMayBeNullNeedNotBeThere() {
        assertThat(mapping.read(Noted.class, "{\"id\":\"1\",\"note\":\"n\"}")).isEqualTo(new Noted("1", "n"));
        assertThat(mapping.read(Noted.class, "{\"id\":\"1\",\"note\":null}")).isEqualTo(new Noted("1", null));
        assertThat(mapping.read(Noted.class, "{\"id\":\"1\"}")).isEqualTo(new Noted("1", null));
    }

    record Three(String first, String second, String third) {}

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third"})
    void anyOtherComponentMustBeThere(String name) {
        String complete = "{\"first\":\"1\",\"second\":\"2\",\"third\":\"3\"}";

        assertThat(mapping.read(Three.class, complete)).isEqualTo(new Three("1", "2", "3"));
        assertThat(mapping.problem(Three.class, complete.replace(name, "other")))
                .isEqualTo(MISSING + name);
        assertThat(mapping.problem(Three.class, complete.replaceFirst("(" + name + "\":)\".\"", "$1null")))
                .isEqualTo(MISSING + name);
    }

    record Named(@JsonProperty("wire-name") String component) {}

    @Test
    void aComponentHasTheNameThatItIsGiven() {
        assertThat(mapping.read(Named.class, "{\"wire-name\":\"1\"}")).isEqualTo(new Named("1"));
        assertThat(mapping.problem(Named.class, "{\"component\":\"1\"}")).isEqualTo(MISSING + "wire-name");
    }

    record Aliased(
            @JsonProperty("new-name") @JsonAlias({"old-name", "oldest-name"})
            String id) {}

    @ParameterizedTest
    @ValueSource(strings = {"new-name", "old-name", "oldest-name"})
    void aComponentMayHaveSeveralNames(String name) {
        assertThat(mapping.read(Aliased.class, "{\"" + name + "\":\"1\"}")).isEqualTo(new Aliased("1"));
    }

    record MustBeSaid(
            @JsonProperty(required = true) @Nullable String note) {}

    @Test
    void aComponentMayHaveToBeThereAndBeNull() {
        assertThat(mapping.read(MustBeSaid.class, "{\"note\":null}")).isEqualTo(new MustBeSaid(null));
        assertThat(mapping.problem(MustBeSaid.class, "{}")).isEqualTo(MISSING + "note");
    }

    record Containers(List<String> list, Map<String, String> map) {}

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"list\":null,\"map\":null}", "{\"list\":[],\"map\":{}}"})
    void aListOrMapThatIsNotThereIsEmpty(String json) {
        assertThat(mapping.read(Containers.class, json)).isEqualTo(new Containers(List.of(), Map.of()));
    }

    record NullableContainers(
            @Nullable List<String> list, @Nullable Map<String, String> map) {}

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"list\":null,\"map\":null}"})
    void aListOrMapThatMayBeNullIsNotThere(String json) {
        assertThat(mapping.read(NullableContainers.class, json)).isEqualTo(new NullableContainers(null, null));
    }

    record Listed(@JsonProperty(required = true) List<String> items) {}

    @Test
    void aListMayHaveToBeThere() {
        assertThat(mapping.read(Listed.class, "{\"items\":null}")).isEqualTo(new Listed(List.of()));
        assertThat(mapping.problem(Listed.class, "{}")).isEqualTo(MISSING + "items");
        assertThat(mapping.problem(Listed.class, "{\"items\":{}}")).isEqualTo(MISSING + "items");
        assertThat(mapping.problem(Listed.class, "{\"items\":7}")).isEqualTo(MISSING + "items");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|",
                "[null]|",
                "[\"a\"]|a",
                "[null,\"a\",null]|a",
                "[\"a\",\"b\"]|a b",
                "[\"a\",null,\"b\",\"c\",null,\"d\"]|a b c d",
                "[550,true,\"a\"]|550 true a"
            })
    void aListHasTheElementsThatAreNotNull(String json, @Nullable String elements) {
        assertThat(mapping.read(Containers.class, "{\"list\":" + json + "}").list())
                .isEqualTo(elements == null ? List.of() : Arrays.asList(elements.split(" ")));
    }

    @Test
    void aMapHasTheValuesThatAreNotNullInTheirOrder() {
        Map<String, String> map = mapping.read(Containers.class, "{\"map\":{\"z\":\"1\",\"b\":null,\"a\":\"2\"}}")
                .map();

        assertThat(map).isEqualTo(Map.of("z", "1", "a", "2"));
        assertThat(map.keySet()).containsExactly("z", "a");
    }

    record Nested(List<List<Long>> table, Map<String, Map<String, Long>> tree, Map<String, List<String>> texts) {}

    @Test
    void listsAndMapsMayContainOthers() {
        assertThat(mapping.read(
                        Nested.class,
                        "{\"table\":[[1,2],null,[],[null]],\"tree\":{\"a\":{\"b\":3,\"c\":null},\"d\":null},"
                                + "\"texts\":{\"e\":[\"f\"],\"g\":[]}}"))
                .isEqualTo(new Nested(
                        List.of(List.of(1L, 2L), List.of(), List.of()),
                        Map.of("a", Map.of("b", 3L)),
                        Map.of("e", List.of("f"), "g", List.of())));
    }

    record Tree(String name, @Nullable Tree child, List<Tree> children, Map<String, Tree> named) {
        static Tree leaf(String name) {
            return new Tree(name, null, List.of(), Map.of());
        }
    }

    @Test
    void aRecordMayContainOthersOfItsOwnType() {
        assertThat(mapping.read(
                        Tree.class,
                        "{\"name\":\"a\",\"child\":{\"name\":\"b\"},\"children\":[{\"name\":\"c\"},null,{\"name\":\"d\"}],"
                                + "\"named\":{\"x\":{\"name\":\"e\"},\"y\":null}}"))
                .isEqualTo(new Tree(
                        "a", Tree.leaf("b"), List.of(Tree.leaf("c"), Tree.leaf("d")), Map.of("x", Tree.leaf("e"))));
    }

    record Box<T>(T value, List<T> more) {}

    @Test
    void aGenericRecordIsReadWithItsArgument() {
        assertThat(mapping.read(Box.class, Noted.class, "{\"value\":{\"id\":\"1\"},\"more\":[{\"id\":\"2\"}]}"))
                .isEqualTo(new Box<>(new Noted("1", null), List.of(new Noted("2", null))));
        assertThat(mapping.read(Box.class, Long.class, "{\"value\":1,\"more\":[2]}"))
                .isEqualTo(new Box<>(1L, List.of(2L)));
    }

    private record Hidden(String id) {}

    @Test
    void aRecordNeedNotBePublic() {
        assertThat(mapping.read(Hidden.class, "{\"id\":\"1\"}")).isEqualTo(new Hidden("1"));
    }

    public record Color(String value) implements OpenValue {}

    record Painted(Color color, List<Color> colors) {}

    @Test
    void anOpenValueIsMadeOfItsText() {
        assertThat(mapping.read(Painted.class, "{\"color\":\"red\",\"colors\":[\"blue\",550]}"))
                .isEqualTo(new Painted(new Color("red"), List.of(new Color("blue"), new Color("550"))));
    }

    @Test
    void aFieldThatNoRecordHasIsPassedOverOrRefused() {
        String json = "{\"more\":{\"id\":[1,{\"id\":null}]},\"id\":\"1\",\"last\":[[]]}";

        assertThat(mapping.read(Noted.class, json)).isEqualTo(new Noted("1", null));
        assertThat(FreshMapping.strict().problem(Noted.class, json)).isEqualTo("a field that is not known at more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"id\":\"1\"}",
                "{\"id\":\"1\",\"note\":null,\"note\":null}",
                "{\"id\":\"1\",\"note\":{}}",
                "{\"id\":\"1\",\"note\":[]}"
            })
    void whatIsUnusualIsLeftToDatabind(String json) {
        assertThat(mapping.readByDatabind(Noted.class, json)).isEqualTo(new Noted("1", null));
    }

    @Test
    void anEmptyValueInAListIsLeftToDatabind() {
        assertThat(mapping.readByDatabind(Painted.class, "{\"color\":\"red\",\"colors\":[\"\",\"blue\"]}")
                        .colors())
                .containsExactly(new Color("blue"));
    }

    record Checked(String id) {
        Checked {
            if (id.length() > 3) {
                throw new IllegalArgumentException("too long: " + id);
            }
        }
    }

    @Test
    void aRecordMayRefuseItsValues() {
        assertThat(mapping.problem(Checked.class, "{\"id\":\"12345\"}"))
                .startsWith("a value that is missing or of another type than expected")
                .doesNotContain("12345");
    }
}
