package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;
import static io.github.mailgunreactor.contract.AnalyticsContract.domain;

import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.bounces.BounceClassificationApi;
import io.github.mailgunreactor.analytics.bounces.BounceDomainFilter;
import io.github.mailgunreactor.analytics.bounces.BounceEntityFilter;
import io.github.mailgunreactor.analytics.bounces.BounceEventFilter;
import io.github.mailgunreactor.analytics.bounces.BounceMetric;
import io.github.mailgunreactor.analytics.bounces.BounceMetricsQuery;
import io.github.mailgunreactor.analytics.bounces.BounceStatFilter;
import java.time.Duration;
import java.util.List;

/** The rows of the classification of bounces. */
@SuppressWarnings("deprecation") // deprecated operations are in the table as all others
final class BounceClassificationContract {
    private static final ContractRow.Calls<BounceClassificationApi> BOUNCE_CLASSIFICATION =
            ContractRow.calls(BounceClassificationApi::new);

    private BounceClassificationContract() {}

    static List<ContractRow> rows() {
        return List.of(
                BOUNCE_CLASSIFICATION
                        .row("POST /v2/bounce-classification/metrics")
                        .calls((bounceClassification, notes) -> bounceClassification.listMetrics(BounceMetricsQuery.of(
                                        BounceMetric.CRITICAL_BOUNCE_COUNT, BounceMetric.CRITICAL_BOUNCE_RATE)
                                .timeRange(TimeRange.between(START, END))
                                .resolution(Resolution.DAY)
                                .groupBy(BounceDimension.ENTITY_NAME, BounceDimension.DOMAIN_NAME)
                                .filter(Filter.of(BounceDimension.DOMAIN_NAME, FilterComparator.EQUALS, "example.com"))
                                .includeSubaccounts(true)
                                .sortAscending("entity-name")
                                .pageSize(10)
                                .skip(0)))
                        .sends("POST /v2/bounce-classification/metrics")
                        .json("""
                                {"metrics": ["critical_bounce_count", "critical_bounce_rate"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                                 "resolution": "day", "dimensions": ["entity-name", "domain.name"],
                                 "filter": {"AND": [{"attribute": "domain.name", "comparator": "=", "values": [
                                   {"label": "example.com", "value": "example.com"}]}]},
                                 "include_subaccounts": true,
                                 "pagination": {"limit": 10, "sort": "entity-name:asc", "skip": 0}}
                                """)
                        .responds("""
                                {"start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000", "resolution": "day",
                                 "duration": "48h0m0s", "dimensions": ["entity-name", "domain.name"],
                                 "pagination": {"sort": "entity-name:asc", "skip": 0, "limit": 10, "total": 1},
                                 "items": [{"account.id": "67890", "account.name": "Ada", "entity-name": "Gmail",
                                   "recipient-provider": "Gmail", "recipient-domain": "gmail.com",
                                   "domain.name": "example.com", "envelope.i-ip-pool-id": "p1",
                                   "envelope.i-ip-pool-name": "default", "envelope.sending-ip": "198.51.100.1",
                                   "timestamp": "Fri, 02 Jan 2026 00:00:00 +0000", "tags": "daily, campaign1",
                                   "tag": "daily", "criticality": "CRITICAL", "severity": "PERMANENT",
                                   "category": "ESPBLOCK", "group-id": "g1", "sample-text": "blocked",
                                   "explanation": "Your reputation is low",
                                   "metrics": {"critical_bounce_count": 10, "non_critical_bounce_count": 20,
                                     "critical_delay_count": 30, "non_critical_delay_count": 40,
                                     "classified_failures_count": 100, "delivered_smtp_count": 1000,
                                     "critical_bounce_rate": 0.9, "non_critical_bounce_rate": 1.8,
                                     "critical_delay_rate": 2.7, "non_critical_delay_rate": 3.6}}, null]}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/stats")
                        .calls((bounceClassification, notes) -> bounceClassification.listStats(BounceStatFilter.all()
                                .groupBy("domain.name")
                                .pageSize(10)
                                .includeSubaccounts(true)))
                        .sends(
                                "GET /v1/bounce-classification/stats?group=domain.name&limit=10&include_subaccounts=true")
                        .responds("""
                                {"items": [{"subaccount": {"id": "67890"}, "domain": {"name": "example.com"},
                                   "rule-id": "55ff", "entity-id": "spamhaus", "short-explanation": "You are listed",
                                   "bounced": {"total": 4}}], "_duration": "0s"}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/domains")
                        .calls((bounceClassification, notes) ->
                                bounceClassification.listDomains(BounceDomainFilter.all()
                                        .query("domain.name:example.com")
                                        .pageSize(10)
                                        .skip(0)
                                        .includeSubaccounts(false)))
                        .sends("GET /v1/bounce-classification/domains?query=domain.name%3Aexample.com&limit=10&skip=0"
                                + "&include_subaccounts=false")
                        .responds("""
                                {"items": [{"domain": {"name": "example.com"}, "bounced": {"total": 4}}], "total": 1,
                                 "req": {"limit": 10}}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/domains/{domain}/entities")
                        .calls((bounceClassification, notes) -> bounceClassification.listEntities(
                                domain(notes), BounceEntityFilter.all().includeSubaccounts(true)))
                        .sends("GET /v1/bounce-classification/domains/example.com/entities?include_subaccounts=true")
                        .responds("""
                                {"items": [{"entity-id": "gmail", "entity-name": "Gmail", "bounced": {"total": 1}}]}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules")
                        .calls((bounceClassification, notes) -> bounceClassification.listRules(
                                domain(notes), "gmail", BounceEntityFilter.all().includeSubaccounts(true)))
                        .sends("GET /v1/bounce-classification/domains/example.com/entities/gmail/rules"
                                + "?include_subaccounts=true")
                        .responds("""
                                {"items": [{"rule-id": "55ff", "category": "ESPBLOCK", "severity": "PERMANENT",
                                   "sample-text": "access denied", "explanation": "Access denied",
                                   "bounced": {"total": 3}}]}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/domains/{domain}/events")
                        .calls((bounceClassification, notes) -> bounceClassification.listEvents(
                                domain(notes),
                                BounceEventFilter.ofRule("55ff")
                                        .entity("gmail")
                                        .sortDescending("@timestamp")
                                        .pageSize(10)))
                        .sends("GET /v1/bounce-classification/domains/example.com/events?rule-id=55ff&entity-id=gmail"
                                + "&sort=%40timestamp%3Adesc&limit=10")
                        .responds("{\"items\": []}"),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/domains/{domain}/events")
                        .calls((bounceClassification, notes) ->
                                bounceClassification.listEvents(domain(notes), BounceEventFilter.ofPage("MD8")))
                        .sends("GET /v1/bounce-classification/domains/example.com/events?page=MD8")
                        .responds("{\"items\": []}"),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/config/entities")
                        .calls((bounceClassification, notes) -> bounceClassification.getEntities())
                        .sends("GET /v1/bounce-classification/config/entities")
                        .responds("{\"gmail\": {\"name\": \"Gmail\"}}"),
                BOUNCE_CLASSIFICATION
                        .row("GET /v1/bounce-classification/config/rules")
                        .calls((bounceClassification, notes) -> bounceClassification.getRules())
                        .sends("GET /v1/bounce-classification/config/rules")
                        .responds("""
                                {"55ff": {"entity_id": "gmail", "class": "ESPBLOCK", "sample-text": "access denied",
                                  "explanation": "Access denied", "short-explanation": "Denied"}}
                                """),
                BOUNCE_CLASSIFICATION
                        .row("POST /v2/bounce-classification/metrics")
                        .calls((bounceClassification, notes) -> bounceClassification.listMetrics(
                                BounceMetricsQuery.of(BounceMetric.CRITICAL_BOUNCE_COUNT)
                                        .timeRange(TimeRange.endingAt(END, Duration.ofDays(2)))))
                        .sends("POST /v2/bounce-classification/metrics")
                        .json("""
                                {"metrics": ["critical_bounce_count"], "pagination": {"limit": 50},
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000", "duration": "48h0m0s"}
                                """)
                        .responds("{\"items\": []}"));
    }
}
