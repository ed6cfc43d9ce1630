package io.github.mailgunreactor.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {

    @Test
    void cutsASliceAtEitherEnd() {
        Rows<String> rows = Rows.of(List.of("a", "b", "c"));

        assertThat(rows.slice(1, 5)).containsExactly("b", "c");
        assertThat(rows.slice(-2, 2)).containsExactly("a", "b");
        assertThat(rows.slice(3, 2)).isEmpty();
    }

    @Test
    void makesOnlyTheRowsOfThePage() {
        AtomicInteger made = new AtomicInteger();
        Rows<Long> million = Rows.generated(1_000_000, position -> {
            made.incrementAndGet();
            return position;
        });

        assertThat(million.slice(999_998, 100)).containsExactly(999_998L, 999_999L);
        assertThat(made).hasValue(2);
    }

    @Test
    void findsAPivotAmongAMillionRowsWithFewLooks() {
        AtomicInteger made = new AtomicInteger();
        PivotRows<String> million = PivotRows.sorted(
                Rows.generated(1_000_000, position -> {
                    made.incrementAndGet();
                    return "%07d".formatted(position);
                }),
                Function.identity());

        assertThat(million.after("0500000", 2)).containsExactly("0500001", "0500002");
        assertThat(made.get()).isLessThan(30);
    }

    static Stream<PivotRows<String>> bothKinds() {
        TreeMap<String, String> map = new TreeMap<>();
        for (String letter : List.of("a", "c", "e", "g")) {
            map.put(letter, letter);
        }
        return Stream.of(
                PivotRows.of(map, Function.identity(), row -> true),
                PivotRows.sorted(Rows.of(List.copyOf(map.values())), Function.identity()));
    }

    @ParameterizedTest
    @MethodSource("bothKinds")
    void goesForwardAndBackFromAPivotThatIsThere(PivotRows<String> rows) {
        assertThat(rows.after("c", 2)).containsExactly("e", "g");
        assertThat(rows.before("e", 1)).containsExactly("c");
    }

    @ParameterizedTest
    @MethodSource("bothKinds")
    void goesForwardAndBackFromAPivotThatIsGone(PivotRows<String> rows) {
        assertThat(rows.after("d", 1)).containsExactly("e");
        assertThat(rows.before("d", 5)).containsExactly("a", "c");
    }

    @ParameterizedTest
    @MethodSource("bothKinds")
    void givesTheEndsInAscendingOrder(PivotRows<String> rows) {
        assertThat(rows.first(2)).containsExactly("a", "c");
        assertThat(rows.last(3)).containsExactly("c", "e", "g");
        assertThat(rows.after("g", 3)).isEmpty();
        assertThat(rows.before("a", 3)).isEmpty();
    }

    @Test
    void passesOverRowsThatTheFilterRefuses() {
        TreeMap<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            map.put(String.valueOf(i), i);
        }
        PivotRows<Integer> even = PivotRows.of(map, String::valueOf, row -> row % 2 == 0);

        assertThat(even.after("2", 2)).containsExactly(4, 6);
        assertThat(even.before("6", 2)).containsExactly(2, 4);
    }
}
