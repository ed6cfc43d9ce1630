package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over with a value that cannot be read, what stands for a list of one, and where reading ends. */
class PassingOverTest {
    private final FreshMapping mapping = FreshMapping.lenient();

    record Item(String id, @Nullable Long count) {}

    record Lists(List<Item> items, List<String> texts, List<List<Long>> table, Map<String, Long> counts) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\":{\"id\":\"1\"}}|[Item[id=1, count=null]]",
                "{\"items\":[{\"id\":\"1\"},{\"count\":2},{\"id\":\"3\"}]}|[Item[id=1, count=null], Item[id=3, count=null]]",
                "{\"items\":[{\"id\":\"1\",\"count\":\"x\"}]}|[Item[id=1, count=null]]",
                "{\"items\":[\"\",{\"id\":\"1\"}]}|[Item[id=1, count=null]]",
                "{\"items\":[7,{\"id\":\"1\"},[]]}|[Item[id=1, count=null]]",
                "{\"items\":\"1\"}|[]",
                "{\"items\":7}|[]",
                "{\"items\":\"\"}|[]",
                "{\"items\":{}}|[]"
            })
    void aListHasTheRecordsThatCanBeMade(String json, String items) {
        assertThat(mapping.readByDatabind(Lists.class, json).items()).hasToString(items);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\":[{\"id\":\"1\"},{}]}|items[].id after 1",
                "{\"items\":[{\"id\":\"1\"},7]}|items[] after 1",
                "{\"items\":[{\"id\":\"1\"},\"\"]}|items[]",
                "{\"items\":7}|items",
                "{\"items\":\"1\"}|items",
                "{\"texts\":{\"a\":1}}|texts",
                "{\"texts\":[\"a\",{},\"b\"]}|texts[]",
                "{\"table\":7}|table",
                "{\"table\":[[1],{}]}|table[]",
                "{\"table\":[[\"x\"]]}|table[][]",
                "{\"counts\":[]}|counts",
                "{\"counts\":{\"a\":\"x\"}}|counts.*"
            })
    void thePlaceIsToldWhereSomethingWasPassedOver(String json, String place) {
        mapping.readByDatabind(Lists.class, json);

        assertThat(mapping.unreadable()).containsExactly(place);
    }

    @Test
    void aScalarStandsForAListOfOne() {
        assertThat(mapping.read(Lists.class, "{\"texts\":\"a\"}").texts()).containsExactly("a");
        assertThat(mapping.readByDatabind(Lists.class, "{\"texts\":550}").texts())
                .containsExactly("550");
        assertThat(mapping.unreadable()).isEmpty();
    }

    record Thin(@Nullable String name, List<String> texts, Map<String, Long> counts) {}

    record Thins(List<Thin> thins) {}

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"other\":1}", "{\"texts\":[],\"counts\":{}}", "{\"name\":null}"})
    void anObjectThatSaysNothingIsNoListOfOne(String json) {
        assertThat(mapping.readByDatabind(Thins.class, "{\"thins\":" + json + "}"))
                .isEqualTo(new Thins(List.of()));
        assertThat(mapping.unreadable()).containsExactly("thins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\"}", "{\"texts\":[\"a\"]}", "{\"counts\":{\"a\":1}}"})
    void anObjectThatSaysSomethingIsAListOfOne(String json) {
        assertThat(mapping.readByDatabind(Thins.class, "{\"thins\":" + json + "}")
                        .thins())
                .hasSize(1);
        assertThat(mapping.unreadable()).isEmpty();
    }

    record Optional(
            @Nullable Item item,
            @Nullable List<Item> items,
            @Nullable Map<String, Item> named) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"item\":{}}|item.id",
                "{\"item\":[]}|item",
                "{\"item\":\"\"}|item",
                "{\"item\":7}|item",
                "{\"items\":7}|items",
                "{\"named\":7}|named"
            })
    void aRecordListOrMapThatCannotBeReadIsAbsent(String json, String place) {
        assertThat(mapping.readByDatabind(Optional.class, json)).isEqualTo(new Optional(null, null, null));
        assertThat(mapping.unreadable()).containsExactly(place);
    }

    record Quiet(
            @JsonIgnoreProperties("noise") Item item,
            @JsonIgnoreProperties("noise") List<Item> items) {}

    @Test
    void aRecordMayBeReadInItsOwnWayWhereItStands() {
        String json = "{\"item\":{\"id\":\"1\",\"noise\":1},\"items\":[{\"noise\":2,\"id\":\"2\",\"count\":%s}]}";

        assertThat(FreshMapping.strict().readByDatabind(Quiet.class, String.format(json, "3")))
                .isEqualTo(new Quiet(new Item("1", null), List.of(new Item("2", 3L))));
        assertThat(mapping.readAsCallersDo(Quiet.class, String.format(json, "\"x\"")))
                .isEqualTo(new Quiet(new Item("1", null), List.of(new Item("2", null))));
        assertThat(mapping.unreadable()).containsExactly("items[].count");
    }

    record Uncounted(@JsonIgnoreProperties("count") Item item) {}

    record OnlyNamed(@JsonIncludeProperties("id") Item item) {}

    @Test
    void aRecordIsWithoutWhatIsIgnoredWhereItStands() {
        String json = "{\"item\":{\"id\":\"1\",\"count\":2}}";

        assertThat(mapping.readAsCallersDo(Uncounted.class, json)).isEqualTo(new Uncounted(new Item("1", null)));
        assertThat(mapping.readAsCallersDo(OnlyNamed.class, json)).isEqualTo(new OnlyNamed(new Item("1", null)));
    }

    @Test
    void fiftyThousandValuesArePassedOverAndNoMore() {
        String odd = "{},".repeat(49_999) + "{}";

        assertThat(mapping.readByDatabind(Lists.class, "{\"texts\":[" + odd + "]}"))
                .isEqualTo(new Lists(List.of(), List.of(), List.of(), Map.of()));
        assertThat(mapping.unreadable()).hasSize(50_000);
        assertThat(FreshMapping.lenient().problem(Lists.class, "{\"texts\":[" + odd + ",{}]}"))
                .startsWith("a value that is missing or of another type than expected at texts[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"",
                "{\"items\":[{\"id\":'1'}]}",
                "{\"items\":[{\"id\":\"1\",\"count\":01}]}",
                "{\"items\":[{\"id\":\"1\"}]}}",
                "<html></html>"
            })
    void whatIsNotJsonIsNotReadInPart(String json) {
        assertThat(mapping.problem(Lists.class, json)).startsWith("not JSON");
        assertThat(mapping.unreadable()).isEmpty();
    }

    @Test
    void whatIsLongerOrDeeperThanIsReadIsNotReadInPart() {
        for (String tooMuch :
                List.of("1".repeat(101), "[".repeat(100) + "]".repeat(100), "{\"" + "x".repeat(10_001) + "\":1}")) {
            assertThat(mapping.problem(
                            Lists.class, "{\"items\":[{\"id\":\"1\"},{\"count\":" + tooMuch + "},{\"id\":\"2\"}]}"))
                    .startsWith("too deep, or a name or number too long");
        }
        assertThat(mapping.unreadable()).isEmpty();
    }
}
