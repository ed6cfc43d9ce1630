package io.github.mailgunreactor.simulator.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What a listing goes through, by position. Only the rows of a page are ever made. */
public interface Rows<T> {

    long size();

    /** The rows from a position on, as many as there are up to the count. */
    List<T> slice(long from, int count);

    static <T> Rows<T> of(List<T> list) {
        return generated(list.size(), position -> list.get(Math.toIntExact(position)));
    }

    /** Rows that are computed when they are asked for: a million of them take no memory. */
    static <T> Rows<T> generated(long size, LongFunction<? extends T> row) {
        return new Rows<>() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public List<T> slice(long from, int count) {
                List<T> slice = new ArrayList<>();
                for (long at = Math.max(0, from); at < size && slice.size() < count; at++) {
                    slice.add(row.apply(at));
                }
                return slice;
            }
        };
    }
}
