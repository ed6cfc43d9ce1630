package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;

/** Which statistics to give of the domains of an account, for one stretch of time. */
public final class DomainStatsQuery extends ParamSet<DomainStatsQuery> {
    private DomainStatsQuery(Params params) {
        super(params, DomainStatsQuery::new);
    }

    /**
     * Statistics of the day of an instant.
     *
     * @param events one or more
     */
    public static DomainStatsQuery of(Instant timestamp, StatsEvent... events) {
        return new DomainStatsQuery(Params.NONE)
                .with("timestamp", timestamp)
                .with("event", Arguments.requireOneOrMore("events", events));
    }

    /** How long the stretch of time is. Default: {@link Resolution#DAY}. */
    public DomainStatsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /**
     * How many domains to give at most; there is no further page.
     *
     * @param domains 1 or more
     */
    public DomainStatsQuery pageSize(int domains) {
        return with("limit", Arguments.requireRange("domains", domains, 1, Integer.MAX_VALUE));
    }
}
