package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.List;
import java.util.function.Function;

/**
 * A query of figures in groups.
 *
 * @param <S> the kind of query
 * @param <A> what it can be grouped and filtered by
 */
public abstract class GroupedQuery<S extends GroupedQuery<S, A>, A extends FilterAttribute>
        extends AnalyticsQuery<S, A> {

    protected GroupedQuery(Params params, Function<Params, S> kind) {
        super(params, kind);
    }

    /** Refuses dimensions that the query cannot be grouped by. */
    protected abstract void checkDimensions(List<A> dimensions);

    /**
     * What to group by: there is an item for each combination of values that occurred. Default: nothing, which gives one
     * item.
     *
     * @param dimensions one or more
     * @throws IllegalArgumentException if the query cannot be grouped by them, or not by all of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, and nothing is stored in it
    public final S groupBy(A... dimensions) {
        List<A> all = Arguments.requireOneOrMore("dimensions", dimensions);
        checkDimensions(all);
        return with("dimensions", all);
    }

    /** How long the groups are when grouped by time. Default: {@link Resolution#DAY}. */
    public S resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /**
     * How many items to leave out at the beginning.
     *
     * @param items 0 or more
     */
    public S skip(long items) {
        return pagination("skip", Arguments.requireRange("items", items, 0, Long.MAX_VALUE));
    }
}
