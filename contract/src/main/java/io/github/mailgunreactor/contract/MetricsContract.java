package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;

import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.analytics.metrics.UsageMetric;
import io.github.mailgunreactor.analytics.metrics.UsageMetricsQuery;
import java.time.Duration;
import java.util.List;

/** The rows of metrics and of the use of services. */
final class MetricsContract {
    private static final ContractRow.Calls<MetricsApi> METRICS = ContractRow.calls(MetricsApi::new);

    private MetricsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                METRICS.row("POST /v1/analytics/metrics")
                        .calls((metrics, notes) -> metrics.list(MetricsQuery.of(
                                        Metric.ACCEPTED_COUNT, Metric.DELIVERED_RATE)
                                .timeRange(TimeRange.between(START, END))
                                .resolution(Resolution.DAY)
                                .groupBy(Dimension.TIME, Dimension.DOMAIN)
                                .filter(Filter.of(
                                                Dimension.DOMAIN, FilterComparator.EQUALS, "example.com", "example.org")
                                        .and(
                                                Dimension.TAG,
                                                FilterComparator.NOT_CONTAINS,
                                                List.of(new Filter.LabeledValue("Tests", "test"))))
                                .includeSubaccounts(true)
                                .includeAggregates(true)
                                .sortAscending("time")
                                .pageSize(500)
                                .skip(0)))
                        .sends("POST /v1/analytics/metrics")
                        .json("""
                                {"metrics": ["accepted_count", "delivered_rate"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                                 "resolution": "day", "dimensions": ["time", "domain"],
                                 "filter": {"AND": [
                                   {"attribute": "domain", "comparator": "=", "values": [
                                     {"label": "example.com", "value": "example.com"},
                                     {"label": "example.org", "value": "example.org"}]},
                                   {"attribute": "tag", "comparator": "not contains", "values": [
                                     {"label": "Tests", "value": "test"}]}]},
                                 "include_subaccounts": true, "include_aggregates": true,
                                 "pagination": {"sort": "time:asc", "limit": 500, "skip": 0}}
                                """)
                        .responds("""
                                {"start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000", "resolution": "day", "duration": "7d",
                                 "dimensions": ["time", "domain"],
                                 "pagination": {"sort": "time:asc", "skip": 0, "limit": 500, "total": 1},
                                 "items": [{"dimensions": [
                                   {"dimension": "time", "value": "Fri, 02 Jan 2026 00:00:00 +0000",
                                    "display_value": "Fri, 02 Jan 2026 00:00:00 +0000"},
                                   {"dimension": "domain", "value": "example.com", "display_value": "example.com"}],
                                  "metrics": {"accepted_count": 3, "delivered_rate": "0.6700",
                                   "delivered_count": null}}],
                                 "aggregates": {"metrics": {"accepted_count": 3, "delivered_rate": "0.6700"}}}
                                """),
                METRICS.row("POST /v1/analytics/usage/metrics")
                        .calls((metrics, notes) -> metrics.listUsage(
                                UsageMetricsQuery.of(UsageMetric.PROCESSED_COUNT, UsageMetric.EMAIL_PREVIEW_COUNT)
                                        .timeRange(TimeRange.between(START, END))
                                        .resolution(Resolution.MONTH)
                                        .groupBy(Dimension.TIME)
                                        .filter(Filter.of(Dimension.SUBACCOUNT, FilterComparator.NOT_EQUALS, "67890"))
                                        .includeSubaccounts(false)
                                        .includeAggregates(true)))
                        .sends("POST /v1/analytics/usage/metrics")
                        .json("""
                                {"metrics": ["processed_count", "email_preview_count"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                                 "resolution": "month", "dimensions": ["time"],
                                 "filter": {"AND": [{"attribute": "subaccount", "comparator": "!=", "values": [
                                     {"label": "67890", "value": "67890"}]}]},
                                 "include_subaccounts": false, "include_aggregates": true}
                                """)
                        .responds("""
                                {"start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000", "resolution": "month", "duration": "1m",
                                 "dimensions": ["time"],
                                 "pagination": {"sort": "", "skip": 0, "limit": 1500, "total": 1},
                                 "items": [{"dimensions": [
                                   {"dimension": "time", "value": "Thu, 01 Jan 2026 00:00:00 +0000",
                                    "display_value": "Thu, 01 Jan 2026 00:00:00 +0000"}],
                                  "metrics": {"processed_count": 3, "email_preview_count": 0}}],
                                 "aggregates": {"metrics": {"processed_count": 3, "permanent_failed_count": 0}}}
                                """),
                METRICS.row("POST /v1/analytics/metrics")
                        .calls((metrics, notes) -> metrics.list(MetricsQuery.of(Metric.ACCEPTED_COUNT)
                                .timeRange(TimeRange.endingAt(END, Duration.ofDays(7)))))
                        .sends("POST /v1/analytics/metrics")
                        .json("""
                                {"metrics": ["accepted_count"], "end": "Thu, 08 Jan 2026 00:00:00 +0000", "duration": "7d"}
                                """)
                        .responds("{\"items\": []}"),
                METRICS.row("POST /v1/analytics/usage/metrics")
                        .calls((metrics, notes) -> metrics.listUsage(UsageMetricsQuery.of(UsageMetric.PROCESSED_COUNT)
                                .timeRange(TimeRange.lastMonths(1))))
                        .sends("POST /v1/analytics/usage/metrics")
                        .json("""
                                {"metrics": ["processed_count"], "duration": "1m"}
                                """)
                        .responds("{\"items\": []}"));
    }
}
