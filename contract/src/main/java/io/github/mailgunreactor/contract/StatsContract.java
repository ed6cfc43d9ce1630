package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.COUNTS;
import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;
import static io.github.mailgunreactor.contract.AnalyticsContract.domain;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.deprecated.DomainStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.FilteredStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.StatsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsEvent;
import io.github.mailgunreactor.analytics.deprecated.StatsGroup;
import io.github.mailgunreactor.analytics.deprecated.StatsQuery;
import java.time.Duration;
import java.util.List;

/** The rows of the statistics that metrics have replaced. */
@SuppressWarnings("deprecation") // deprecated operations are in the table as all others
final class StatsContract {
    private static final ContractRow.Calls<StatsApi> STATS = ContractRow.calls(StatsApi::new);

    private StatsContract() {}

    static List<ContractRow> rows() {
        StatsEvent[] events = {StatsEvent.ACCEPTED, StatsEvent.FAILED};
        return List.of(
                STATS.row("GET /v3/stats/total")
                        .calls((stats, notes) -> stats.getTotal(StatsQuery.of(events)
                                .timeRange(TimeRange.between(START, END))
                                .resolution(Resolution.DAY)))
                        .sends("GET /v3/stats/total?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&resolution=day")
                        .responds("""
                                {"tag": "t", "description": "all of it", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Thu, 08 Jan 2026 00:00:00 UTC", "resolution": "day",
                                 "type": {"type": "provider", "key": "gmail.com"},
                                 "stats": [{"time": "Thu, 01 Jan 2026 00:00:00 UTC",
                                   "accepted": {"incoming": 1, "outgoing": 2, "total": 3},
                                   "delivered": {"smtp": 1, "http": 2, "optimized": 0, "total": 3},
                                   "failed": {"temporary": {"espblock": 1, "total": 2},
                                     "permanent": {"suppress-bounce": 1, "suppress-unsubscribe": 2,
                                       "suppress-complaint": 3, "bounce": 4, "delayed-bounce": 5, "webhook": 6,
                                       "optimized": 7, "total": 28}},
                                   "stored": {"total": 1}, "opened": {"total": 2, "unique": 1},
                                   "clicked": {"total": 2, "unique": 1}, "unsubscribed": {"total": 1},
                                   "complained": {"total": 1}, "campaign": {"total": 1},
                                   "email_validation": {"total": 8, "public": 1, "valid": 2, "single": 3, "bulk": 4,
                                     "list": 5, "mailgun": 6, "mailjet": 7},
                                   "seed_test": {"total": 1}, "ip_blocklist_monitoring": {"total": 1},
                                   "domain_blocklist_monitoring": {"total": 1}, "email_preview": {"total": 1},
                                   "email_preview_failed": {"total": 1}, "link_validation": {"total": 1},
                                   "link_validation_failed": {"total": 1}}]}
                                """),
                STATS.row("GET /v3/{domain}/stats/total")
                        .calls((stats, notes) -> stats.getTotal(
                                domain(notes),
                                StatsQuery.of(events)
                                        .timeRange(TimeRange.between(START, END))
                                        .resolution(Resolution.HOUR)))
                        .sends("GET /v3/example.com/stats/total?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&resolution=hour")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Thu, 08 Jan 2026 00:00:00 UTC", "resolution": "hour", "stats": []}
                                """),
                STATS.row("GET /v3/stats/total/domains")
                        .calls((stats, notes) -> stats.getTotalByDomain(DomainStatsQuery.of(START, events)
                                .resolution(Resolution.MONTH)
                                .pageSize(10)))
                        .sends("GET /v3/stats/total/domains?timestamp=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&event=accepted&event=failed&resolution=month&limit=10")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Sun, 01 Feb 2026 00:00:00 UTC", "resolution": "month", "stats": []}
                                """),
                STATS.row("GET /v3/stats/filter")
                        .calls((stats, notes) -> stats.getFiltered(FilteredStatsQuery.of(events)
                                .timeRange(TimeRange.between(START, END))
                                .resolution(Resolution.DAY)
                                .filter("domain:example.com")
                                .groupBy(StatsGroup.PROVIDER)))
                        .sends("GET /v3/stats/filter?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&resolution=day"
                                + "&filter=domain%3Aexample.com&group=provider")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Thu, 08 Jan 2026 00:00:00 UTC", "resolution": "day", "stats": []}
                                """),
                STATS.row("GET /v3/{domain}/aggregates/providers")
                        .calls((stats, notes) -> stats.getByProvider(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/providers")
                        .responds("{\"providers\": {\"gmail.com\": " + COUNTS + "}}"),
                STATS.row("GET /v3/{domain}/aggregates/devices")
                        .calls((stats, notes) -> stats.getByDevice(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/devices")
                        .responds("{\"devices\": {\"mobile\": " + COUNTS + "}}"),
                STATS.row("GET /v3/{domain}/aggregates/countries")
                        .calls((stats, notes) -> stats.getByCountry(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/countries")
                        .responds("{\"countries\": {\"us\": " + COUNTS + "}}"),
                STATS.row("GET /v3/stats/total")
                        .calls((stats, notes) -> stats.getTotal(StatsQuery.of(StatsEvent.FAILED)
                                .timeRange(TimeRange.endingAt(END, Duration.ofDays(7)))))
                        .sends(
                                "GET /v3/stats/total?event=failed&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d")
                        .responds("{\"stats\": []}"),
                STATS.row("GET /v3/{domain}/stats/total")
                        .calls((stats, notes) -> stats.getTotal(
                                domain(notes),
                                StatsQuery.of(StatsEvent.FAILED)
                                        .timeRange(TimeRange.endingAt(END, Duration.ofHours(2)))))
                        .sends(
                                "GET /v3/example.com/stats/total?event=failed&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=2h")
                        .responds("{\"stats\": []}"),
                STATS.row("GET /v3/stats/filter")
                        .calls((stats, notes) -> stats.getFiltered(FilteredStatsQuery.of(StatsEvent.FAILED)
                                .timeRange(TimeRange.endingAt(END, Duration.ofDays(7)))))
                        .sends(
                                "GET /v3/stats/filter?event=failed&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d")
                        .responds("{\"stats\": []}"));
    }
}
