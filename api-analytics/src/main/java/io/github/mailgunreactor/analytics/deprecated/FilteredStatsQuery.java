package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which statistics of an account to give, of which messages and in which groups. */
public final class FilteredStatsQuery extends TimeRangeQuery<FilteredStatsQuery> {
    private FilteredStatsQuery(Params params) {
        super(params, FilteredStatsQuery::new);
    }

    /**
     * Statistics of the last seven days, day by day.
     *
     * @param events one or more
     */
    public static FilteredStatsQuery of(StatsEvent... events) {
        return new FilteredStatsQuery(Params.NONE).with("event", Arguments.requireOneOrMore("events", events));
    }

    /** How long the stretches of time are. Default: {@link Resolution#DAY}. */
    public FilteredStatsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /** Only some messages, such as {@code domain:example.com}. */
    public FilteredStatsQuery filter(String filter) {
        return with("filter", Arguments.requireText("filter", filter));
    }

    /** What to group by. */
    public FilteredStatsQuery groupBy(StatsGroup group) {
        return with("group", group);
    }
}
