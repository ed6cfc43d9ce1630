package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which statistics to give. */
public final class StatsQuery extends TimeRangeQuery<StatsQuery> {
    private StatsQuery(Params params) {
        super(params, StatsQuery::new);
    }

    /**
     * Statistics of the last seven days, day by day.
     *
     * @param events one or more
     */
    public static StatsQuery of(StatsEvent... events) {
        return new StatsQuery(Params.NONE).with("event", Arguments.requireOneOrMore("events", events));
    }

    /** How long the stretches of time are. Default: {@link Resolution#DAY}. */
    public StatsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }
}
