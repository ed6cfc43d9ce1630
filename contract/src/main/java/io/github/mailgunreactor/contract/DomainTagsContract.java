package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.COUNTS;
import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;
import static io.github.mailgunreactor.contract.AnalyticsContract.TAG;
import static io.github.mailgunreactor.contract.AnalyticsContract.domain;

import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.deprecated.AggregateType;
import io.github.mailgunreactor.analytics.deprecated.DomainTagFilter;
import io.github.mailgunreactor.analytics.deprecated.DomainTagStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.DomainTagsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsEvent;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import java.time.Duration;
import java.util.List;

/** The rows of the tags of a domain. */
@SuppressWarnings("deprecation") // deprecated operations are in the table as all others
final class DomainTagsContract {
    private static final ContractRow.Calls<TagsApi> TAGS = ContractRow.calls(TagsApi::new);
    private static final ContractRow.Calls<DomainTagsApi> DOMAIN_TAGS = ContractRow.calls(DomainTagsApi::new);

    private DomainTagsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                DOMAIN_TAGS
                        .row("GET /v3/{domain}/tags")
                        .calls((domainTags, notes) -> domainTags.list(
                                domain(notes),
                                DomainTagFilter.all().prefix("news").after("aa").pageSize(10)))
                        .sends("GET /v3/example.com/tags?limit=10&prefix=news&page=next&tag=aa")
                        .responds("""
                                {"items": [{"tag": "newsletter/january", "description": "January",
                                   "first-seen": "2026-01-02 02:14:27 +0000 UTC",
                                   "last-seen": "2026-01-06 18:45:51 +0000 UTC"}],
                                 "paging": {
                                   "previous": "https://api.mailgun.net/v3/example.com/tags?limit=10&page=prev&tag=n",
                                   "first": "https://api.mailgun.net/v3/example.com/tags?limit=10&page=first&tag=",
                                   "next": "https://api.mailgun.net/v3/example.com/tags?limit=10&page=next&tag=n",
                                   "last": "https://api.mailgun.net/v3/example.com/tags?limit=10&page=last&tag="}}
                                """),
                DOMAIN_TAGS
                        .row("GET /v3/{domain}/tag")
                        .calls((domainTags, notes) -> domainTags.get(domain(notes), TAG))
                        .sends("GET /v3/example.com/tag?tag=newsletter%2Fjanuary")
                        .responds("""
                                {"tag": "newsletter/january", "description": "January",
                                 "first-seen": "2026-01-02T02:14:27Z", "last-seen": "2026-01-06T18:45:51Z"}
                                """),
                DOMAIN_TAGS
                        .row("PUT /v3/{domain}/tag")
                        .calls((domainTags, notes) -> domainTags.changeDescription(domain(notes), TAG, "January"))
                        .sends("PUT /v3/example.com/tag?tag=newsletter%2Fjanuary&description=January")
                        .responds("{\"message\": \"Tag updated\"}"),
                DOMAIN_TAGS
                        .row("GET /v3/{domain}/tag/stats/aggregates")
                        .calls((domainTags, notes) ->
                                domainTags.getAggregates(domain(notes), TAG, AggregateType.PROVIDER))
                        .sends("GET /v3/example.com/tag/stats/aggregates?tag=newsletter%2Fjanuary&type=provider")
                        .responds("{\"tag\": \"newsletter/january\", \"provider\": {\"gmail.com\": " + COUNTS
                                + "}, \"country\": {\"us\": " + COUNTS + "}, \"device\": {\"mobile\": " + COUNTS
                                + "}}"),
                DOMAIN_TAGS
                        .row("GET /v3/{domain}/tag/stats")
                        .calls((domainTags, notes) -> domainTags.getStats(
                                domain(notes),
                                DomainTagStatsQuery.of(TAG, StatsEvent.OPENED)
                                        .timeRange(TimeRange.between(START, END))
                                        .resolution(Resolution.DAY)
                                        .provider("gmail.com")
                                        .device("mobile")
                                        .country("us")))
                        .sends("GET /v3/example.com/tag/stats?tag=newsletter%2Fjanuary&event=opened"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&resolution=day"
                                + "&provider=gmail.com&device=mobile&country=us")
                        .responds("""
                                {"tag": "newsletter/january", "description": "January",
                                 "start": "Thu, 01 Jan 2026 00:00:00 UTC", "end": "Thu, 08 Jan 2026 00:00:00 UTC",
                                 "resolution": "day",
                                 "stats": [{"time": "Thu, 01 Jan 2026 00:00:00 UTC",
                                   "opened": {"total": 2, "unique": 1}}]}
                                """),
                DOMAIN_TAGS
                        .row("GET /v3/{domain}/tag/stats")
                        .calls((domainTags, notes) -> domainTags.getStats(
                                domain(notes),
                                DomainTagStatsQuery.of(TAG, StatsEvent.OPENED)
                                        .timeRange(TimeRange.endingAt(END, Duration.ofDays(7)))))
                        .sends(
                                "GET /v3/example.com/tag/stats?tag=newsletter%2Fjanuary&event=opened&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d")
                        .responds("{\"stats\": []}"),
                DOMAIN_TAGS
                        .row("GET /v3/domains/{domain}/tag/devices")
                        .calls((domainTags, notes) -> domainTags.listDevices(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/devices")
                        .responds("{\"items\": [\"desktop\", \"mobile\", \"tablet\", \"unknown\"]}"),
                DOMAIN_TAGS
                        .row("GET /v3/domains/{domain}/tag/providers")
                        .calls((domainTags, notes) -> domainTags.listProviders(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/providers")
                        .responds("{\"items\": [\"gmail.com\", \"yahoo.com\"]}"),
                DOMAIN_TAGS
                        .row("GET /v3/domains/{domain}/tag/countries")
                        .calls((domainTags, notes) -> domainTags.listCountries(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/countries")
                        .responds("{\"items\": [\"us\", \"fr\"]}"),
                DOMAIN_TAGS
                        .row("GET /v3/domains/{domain}/limits/tag")
                        .calls((domainTags, notes) -> domainTags.getLimits(domain(notes)))
                        .sends("GET /v3/domains/example.com/limits/tag")
                        .responds("{\"id\": \"example.com\", \"limit\": 20000, \"count\": 1500}"),
                DOMAIN_TAGS
                        .row("DELETE /v3/{domain}/tag")
                        .calls((domainTags, notes) -> domainTags.delete(domain(notes), TAG))
                        .sends("DELETE /v3/example.com/tag?tag=newsletter%2Fjanuary")
                        .responds("{\"message\": \"Tag deleted\"}"),
                TAGS.row("DELETE /v1/analytics/tags")
                        .calls((tags, notes) -> tags.delete(TAG))
                        .sends("DELETE /v1/analytics/tags")
                        .json("{\"tag\": \"newsletter/january\"}")
                        .responds("{\"message\": \"Tag deleted\"}"));
    }
}
