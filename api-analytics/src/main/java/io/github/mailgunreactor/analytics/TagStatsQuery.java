package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which statistics of a tag to give. */
public final class TagStatsQuery extends TimeRangeQuery<TagStatsQuery> {
    private TagStatsQuery(Params params) {
        super(params);
    }

    @Override
    protected TagStatsQuery copy(Params params) {
        return new TagStatsQuery(params);
    }

    /**
     * Statistics of a tag of the last seven days, day by day.
     *
     * @param events one or more
     */
    public static TagStatsQuery of(String tag, StatsEvent... events) {
        return new TagStatsQuery(Params.NONE)
                .with("tag", Arguments.requireText("tag", tag))
                .with("event", oneOrMore("events", events));
    }

    /** How far to reach back from the end, in place of a start. */
    public TagStatsQuery duration(AnalyticsDuration duration) {
        return with("duration", duration);
    }

    /** How long the stretches of time are. Default: {@link Resolution#DAY}. */
    public TagStatsQuery resolution(Resolution resolution) {
        return with("resolution", resolution);
    }

    /** Only recipients with this mail provider, one of {@link TagsApi#providers}. */
    public TagStatsQuery provider(String provider) {
        return with("provider", Arguments.requireText("provider", provider));
    }

    /** Only opens and clicks on this kind of device, one of {@link TagsApi#devices}. */
    public TagStatsQuery device(String device) {
        return with("device", Arguments.requireText("device", device));
    }

    /** Only opens and clicks from this country, one of {@link TagsApi#countries}. */
    public TagStatsQuery country(String country) {
        return with("country", Arguments.requireText("country", country));
    }
}
