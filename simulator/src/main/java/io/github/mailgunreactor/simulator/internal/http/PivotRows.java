package io.github.mailgunreactor.simulator.internal.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a listing goes through, by the name of a row: a page starts after or ends before a row that need not exist any
 * more. Only the rows of a page are ever made. Pages are in ascending order, whichever way they were reached.
 */
public interface PivotRows<T> {

    /** The first rows of all. */
    List<T> first(int count);

    /** The last rows of all. */
    List<T> last(int count);

    /** The rows that follow a pivot. */
    List<T> after(String pivot, int count);

    /** The rows that come before a pivot, up to it. */
    List<T> before(String pivot, int count);

    /** The name by which a row is found. */
    String pivot(T row);

    /** The values of a map by their keys, those that the filter accepts. */
    static <T> PivotRows<T> of(NavigableMap<String, T> map, Function<T, String> pivot, Predicate<T> filter) {
        return new PivotRows<>() {
            @Override
            public List<T> first(int count) {
                return take(map.values(), count);
            }

            @Override
            public List<T> last(int count) {
                return reversed(take(map.descendingMap().values(), count));
            }

            @Override
            public List<T> after(String start, int count) {
                return take(map.tailMap(start, false).values(), count);
            }

            @Override
            public List<T> before(String end, int count) {
                return reversed(take(map.headMap(end, false).descendingMap().values(), count));
            }

            @Override
            public String pivot(T row) {
                return pivot.apply(row);
            }

            private List<T> take(Collection<T> rows, int count) {
                List<T> taken = new ArrayList<>();
                for (T row : rows) {
                    if (taken.size() == count) {
                        break;
                    }
                    if (filter.test(row)) {
                        taken.add(row);
                    }
                }
                return taken;
            }

            private List<T> reversed(List<T> rows) {
                Collections.reverse(rows);
                return rows;
            }
        };
    }

    /** Rows that are already in the order of their pivots, such as generated ones. */
    static <T> PivotRows<T> sorted(Rows<T> rows, Function<T, String> pivot) {
        return new PivotRows<>() {
            @Override
            public List<T> first(int count) {
                return rows.slice(0, count);
            }

            @Override
            public List<T> last(int count) {
                return rows.slice(Math.max(0, rows.size() - count), count);
            }

            @Override
            public List<T> after(String start, int count) {
                return rows.slice(firstNotBelow(start + '\0'), count);
            }

            @Override
            public List<T> before(String end, int count) {
                long to = firstNotBelow(end);
                long from = Math.max(0, to - count);
                return rows.slice(from, (int) (to - from));
            }

            @Override
            public String pivot(T row) {
                return pivot.apply(row);
            }

            private long firstNotBelow(String wanted) {
                long low = 0;
                long high = rows.size();
                while (low < high) {
                    long middle = (low + high) >>> 1;
                    if (pivot.apply(rows.slice(middle, 1).get(0)).compareTo(wanted) < 0) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                return low;
            }
        };
    }
}
