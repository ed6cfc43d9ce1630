package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.Objects;

/**
 * A question about a stretch of time.
 *
 * @param <S> the kind of question
 */
public abstract class TimeRangeQuery<S extends TimeRangeQuery<S>> extends ParamSet<S> {
    private static final String PAGINATION = "pagination";

    protected TimeRangeQuery(Params params) {
        super(params);
    }

    /** Where the stretch begins, in whole seconds. Default: seven days ago, for logs one day ago. */
    public S start(Instant start) {
        return with("start", start);
    }

    /** Where the stretch ends, in whole seconds. Default: now. */
    public S end(Instant end) {
        return with("end", end);
    }

    /** Sets a field of the nested object {@code pagination}. */
    protected final S pagination(String name, Object value) {
        Params present = params().first(PAGINATION) instanceof Params pagination ? pagination : Params.NONE;
        return copy(params().with(PAGINATION, present.with(name, value)));
    }

    protected final S sorted(String column, SortOrder order) {
        return pagination(
                "sort",
                Arguments.requireText("column", column) + ":"
                        + Objects.requireNonNull(order, "order").value());
    }
}
