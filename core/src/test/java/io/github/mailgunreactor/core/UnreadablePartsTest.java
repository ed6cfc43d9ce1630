package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.observation.UnreadableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is remembered of what could not be read. */
class UnreadablePartsTest {

    @Test
    void areTheFirstHundredFieldsAndAllItems() {
        UnreadableParts parts = new UnreadableParts();

        for (int i = 0; i < 101; i++) {
            parts.record("items[]." + i, i);
        }

        assertThat(parts.fields()).hasSize(100).contains("items[].99").doesNotContain("items[].100");
        assertThat(parts.items()).hasSize(101).endsWith(new UnreadableItem(100, "items[].100"));
    }

    @ParameterizedTest
    @CsvSource({
        "paging,true",
        "pagination,true",
        "paging.next,true",
        "paging.Next,true",
        "pagination.next,true",
        "paging.previous,false",
        "items[].paging,false"
    })
    void hideTheNextPageWhereTheyAreOnTheWayToIt(String field, boolean hidden) {
        UnreadableParts parts = new UnreadableParts();
        parts.value("total_count");
        parts.value(field);

        assertThat(parts.hidesNextPage()).isEqualTo(hidden);
    }

    @Test
    void areToldOnceForEachOfTenThousandPlaces() {
        List<String> told = new ArrayList<>();
        ResponseReading reading = new ResponseReading(
                JsonMapping.LENIENT, OnUnreadableItem.FAIL, List.of(value -> told.add(value.field())));
        Operation operation = Method.GET.path("/v1/x");
        List<String> fields =
                IntStream.rangeClosed(1, 10_001).mapToObj(String::valueOf).toList();

        reading.tell(operation, Region.US, fields);
        reading.tell(operation, Region.US, fields);

        assertThat(told).isEqualTo(fields.subList(0, 10_000));
    }
}
