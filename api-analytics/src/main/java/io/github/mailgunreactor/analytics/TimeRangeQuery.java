package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * A query about a range of time.
 *
 * @param <S> the kind of query
 */
public abstract class TimeRangeQuery<S extends TimeRangeQuery<S>> extends ParamSet<S> {
    private static final Set<String> RANGE = Set.of("start", "end", "duration");

    protected TimeRangeQuery(Params params, Function<Params, S> kind) {
        super(params, kind);
    }

    /**
     * The time that the query is about. Default: the last seven days, for logs the last day.
     *
     * @throws IllegalArgumentException if the query cannot express it: most take durations in whole hours only
     */
    public S timeRange(TimeRange range) {
        Params[] changed = {Params.NONE};
        params().forEach((name, value) -> {
            if (!RANGE.contains(name)) {
                changed[0] = changed[0].with(name, value);
            }
        });
        Params query = changed[0];
        if (range.start() != null) {
            query = query.with("start", range.start());
        }
        if (range.end() != null) {
            query = query.with("end", range.end());
        }
        if (range.duration() != null) {
            query = query.with("duration", text(range.duration()));
        }
        if (range.months() > 0) {
            query = query.with("duration", monthsText(range.months()));
        }
        return copy(query);
    }

    /** A duration as the query writes it: in hours, or in days where they are whole. */
    protected String text(Duration duration) {
        if (!duration.equals(Duration.ofHours(duration.toHours()))) {
            throw new IllegalArgumentException("duration must be in whole hours, but is " + duration);
        }
        return duration.toHours() % 24 == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }

    /** Months as the query writes them. */
    protected String monthsText(int months) {
        return months + "m";
    }
}
