package io.github.mailgunreactor.analytics.deprecated;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which statistics of a tag to give. */
public final class DomainTagStatsQuery extends TimeRangeQuery<DomainTagStatsQuery> {
    private DomainTagStatsQuery(Params params) {
        super(params, DomainTagStatsQuery::new);
    }

    /**
     * Statistics of a tag of the last seven days, day by day.
     *
     * @param events one or more
     */
    public static DomainTagStatsQuery of(String tag, StatsEvent... events) {
        return new DomainTagStatsQuery(Params.NONE)
                .with("tag", Arguments.requireText("tag", tag))
                .with("event", Arguments.requireOneOrMore("events", events));
    }

    /** How long the stretches of time are. Default: {@link Resolution#DAY}. */
    public DomainTagStatsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /** Only recipients with this mail provider, one of {@link DomainTagsApi#listProviders}. */
    public DomainTagStatsQuery provider(String provider) {
        return with("provider", Arguments.requireText("provider", provider));
    }

    /** Only opens and clicks on this kind of device, one of {@link DomainTagsApi#listDevices}. */
    public DomainTagStatsQuery device(String device) {
        return with("device", Arguments.requireText("device", device));
    }

    /** Only opens and clicks from this country, one of {@link DomainTagsApi#listCountries}. */
    public DomainTagStatsQuery country(String country) {
        return with("country", Arguments.requireText("country", country));
    }
}
