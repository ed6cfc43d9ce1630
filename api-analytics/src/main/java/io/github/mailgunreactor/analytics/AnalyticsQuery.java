package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.function.Function;

/**
 * A query of a range of time, with a filter, and with pages.
 *
 * @param <S> the kind of query
 * @param <A> what it can be filtered by
 */
public abstract class AnalyticsQuery<S extends AnalyticsQuery<S, A>, A extends FilterAttribute>
        extends TimeRangeQuery<S> {
    private static final String PAGINATION = "pagination";

    protected AnalyticsQuery(Params params, Function<Params, S> kind) {
        super(params, kind);
    }

    /** How many items a page can have. */
    protected abstract int largestPage();

    /** Only what the filter lets through. */
    public S filter(Filter<A> filter) {
        return with("filter", filter);
    }

    /** Whether all subaccounts count too. Default: {@code false}. */
    public S includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /**
     * Sorts by a column, lowest first.
     *
     * @param column the wire name of what is in the items, such as {@code time}, {@code timestamp} or that of a metric
     */
    public S sortAscending(String column) {
        return pagination("sort", Arguments.requireText("column", column) + ":asc");
    }

    /**
     * Sorts by a column, highest first.
     *
     * @param column as {@linkplain #sortAscending above}
     */
    public S sortDescending(String column) {
        return pagination("sort", Arguments.requireText("column", column) + ":desc");
    }

    /**
     * How many items a page has.
     *
     * @param items 1 or more; at most 100 for logs, 50 for bounces and, as far as is known, 1500 for metrics
     */
    public S pageSize(int items) {
        return pagination("limit", Arguments.requireRange("items", items, 1, largestPage()));
    }

    /** Sets a field of the nested object {@code pagination}. */
    protected final S pagination(String name, Object value) {
        Params present = params().first(PAGINATION) instanceof Params pagination ? pagination : Params.NONE;
        return copy(params().with(PAGINATION, present.with(name, value)));
    }
}
