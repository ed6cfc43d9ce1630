package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.analytics.AnalyticsQuery;
import io.github.mailgunreactor.analytics.LogAttribute;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** Which log entries to give. */
public final class LogsQuery extends AnalyticsQuery<LogsQuery, LogAttribute> {
    private static final int LARGEST_PAGE = 100;

    private LogsQuery(Params params) {
        super(params, LogsQuery::new);
    }

    @Override
    protected int largestPage() {
        return LARGEST_PAGE;
    }

    /** All entries of the account; of the last day, until a {@linkplain #timeRange time range} says otherwise. */
    public static LogsQuery all() {
        return new LogsQuery(Params.NONE).pageSize(LARGEST_PAGE);
    }

    /**
     * Only these events. Default: all.
     *
     * @param events one or more
     */
    public LogsQuery events(LogEvent... events) {
        return with("events", Arguments.requireOneOrMore("events", events));
    }

    /**
     * Only the events behind these metrics. Default: all.
     *
     * @param events one or more
     */
    public LogsQuery metricEvents(MetricEvent... events) {
        return with("metric_events", Arguments.requireOneOrMore("events", events));
    }

    /** Whether to count the entries, in {@link LogsPage#aggregates()}. Default: {@code false}. */
    public LogsQuery includeTotals(boolean include) {
        return with("include_totals", include);
    }

    @Override
    protected String monthsText(int months) {
        throw new IllegalArgumentException("logs have no duration in months");
    }

    boolean isSorted() {
        return params().first("pagination") instanceof Params pagination && pagination.first("sort") != null;
    }
}
