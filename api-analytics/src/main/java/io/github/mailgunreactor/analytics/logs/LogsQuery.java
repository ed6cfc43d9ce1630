package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.analytics.AnalyticsDuration;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.LogAttribute;
import io.github.mailgunreactor.analytics.SortOrder;
import io.github.mailgunreactor.analytics.TimeRangeQuery;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which log entries to give. */
public final class LogsQuery extends TimeRangeQuery<LogsQuery> {
    private static final int LARGEST_PAGE = 100;

    /** All entries of the last day, until a start, an end or a duration say otherwise. */
    public static final LogsQuery LAST_DAY = new LogsQuery(Params.NONE).pageSize(LARGEST_PAGE);

    private LogsQuery(Params params) {
        super(params);
    }

    @Override
    protected LogsQuery copy(Params params) {
        return new LogsQuery(params);
    }

    /** How far to reach back from the end, in place of a start: hours or days. */
    public LogsQuery duration(AnalyticsDuration duration) {
        if (duration.value().endsWith("m")) {
            throw new IllegalArgumentException("duration must be in hours or days");
        }
        return with("duration", duration);
    }

    /** Only these events. Default: all. */
    public LogsQuery events(LogEvent... events) {
        return with("events", Arguments.requireOneOrMore("events", events));
    }

    /** Only the events behind these metrics. Default: all. */
    public LogsQuery metricEvents(MetricEvent... events) {
        return with("metric_events", Arguments.requireOneOrMore("events", events));
    }

    /** Only entries that it lets through. */
    public LogsQuery filter(Filter<LogAttribute> filter) {
        return with("filter", filter);
    }

    /** Whether to give the entries of all subaccounts too. Default: {@code false}. */
    public LogsQuery includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }

    /** Whether to count the entries, in {@link LogsPage#aggregates()}. Default: {@code false}. */
    public LogsQuery includeTotals(boolean include) {
        return with("include_totals", include);
    }

    /** How to sort, by {@code timestamp} for instance. */
    public LogsQuery sort(String column, SortOrder order) {
        return sorted(column, order);
    }

    /**
     * How many entries a page has.
     *
     * @param items 1 to 100, which is the default
     */
    public LogsQuery pageSize(int items) {
        return pagination("limit", Arguments.requireRange("items", items, 1, LARGEST_PAGE));
    }
}
