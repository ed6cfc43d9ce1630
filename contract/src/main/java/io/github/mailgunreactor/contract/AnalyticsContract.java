package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.analytics.AnalyticsDuration;
import io.github.mailgunreactor.analytics.BounceDimension;
import io.github.mailgunreactor.analytics.Dimension;
import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.analytics.LogAttribute;
import io.github.mailgunreactor.analytics.Resolution;
import io.github.mailgunreactor.analytics.SortOrder;
import io.github.mailgunreactor.analytics.alerts.AlertChannel;
import io.github.mailgunreactor.analytics.alerts.AlertEventType;
import io.github.mailgunreactor.analytics.alerts.AlertMetric;
import io.github.mailgunreactor.analytics.alerts.AlertSetting;
import io.github.mailgunreactor.analytics.alerts.AlertsApi;
import io.github.mailgunreactor.analytics.alerts.LimitMetric;
import io.github.mailgunreactor.analytics.alerts.LimitThresholdsApi;
import io.github.mailgunreactor.analytics.alerts.MetricComparator;
import io.github.mailgunreactor.analytics.alerts.NewAlertSetting;
import io.github.mailgunreactor.analytics.alerts.NewLimitThreshold;
import io.github.mailgunreactor.analytics.alerts.NewSendAlert;
import io.github.mailgunreactor.analytics.alerts.SendAlertsApi;
import io.github.mailgunreactor.analytics.alerts.SlackChannelFilter;
import io.github.mailgunreactor.analytics.alerts.SlackConnection;
import io.github.mailgunreactor.analytics.alerts.ThresholdDimension;
import io.github.mailgunreactor.analytics.alerts.ThresholdFilter;
import io.github.mailgunreactor.analytics.alerts.ThresholdPeriod;
import io.github.mailgunreactor.analytics.bounces.BounceClassificationApi;
import io.github.mailgunreactor.analytics.bounces.BounceDomainFilter;
import io.github.mailgunreactor.analytics.bounces.BounceEventFilter;
import io.github.mailgunreactor.analytics.bounces.BounceMetric;
import io.github.mailgunreactor.analytics.bounces.BounceMetricsQuery;
import io.github.mailgunreactor.analytics.bounces.BounceStatFilter;
import io.github.mailgunreactor.analytics.deprecated.AggregateType;
import io.github.mailgunreactor.analytics.deprecated.DomainStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.DomainTagFilter;
import io.github.mailgunreactor.analytics.deprecated.DomainTagStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.DomainTagsApi;
import io.github.mailgunreactor.analytics.deprecated.FilteredStatsQuery;
import io.github.mailgunreactor.analytics.deprecated.StatsApi;
import io.github.mailgunreactor.analytics.deprecated.StatsEvent;
import io.github.mailgunreactor.analytics.deprecated.StatsGroup;
import io.github.mailgunreactor.analytics.deprecated.StatsQuery;
import io.github.mailgunreactor.analytics.logs.EventFilter;
import io.github.mailgunreactor.analytics.logs.EventsApi;
import io.github.mailgunreactor.analytics.logs.LogEvent;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.logs.MetricEvent;
import io.github.mailgunreactor.analytics.metrics.Metric;
import io.github.mailgunreactor.analytics.metrics.MetricsApi;
import io.github.mailgunreactor.analytics.metrics.MetricsQuery;
import io.github.mailgunreactor.analytics.metrics.UsageMetric;
import io.github.mailgunreactor.analytics.metrics.UsageMetricsQuery;
import io.github.mailgunreactor.analytics.tags.TagFilter;
import io.github.mailgunreactor.analytics.tags.TagsApi;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-analytics}. */
@SuppressWarnings("deprecation") // deprecated operations are in the table as all others
final class AnalyticsContract implements ContractTable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-08T00:00:00Z");
    private static final String TAG = "newsletter/january";
    private static final String COUNTS = """
            {"accepted": 3, "delivered": 3, "opened": 2, "clicked": 1, "unique_opened": 1, "unique_clicked": 1,
             "unsubscribed": 0, "complained": 0}
            """;

    @Override
    public String module() {
        return "api-analytics";
    }

    /** Sends one message, so that there is a tag. */
    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        String domain = "contract-" + UUID.randomUUID() + ".example.com";
        return mailgun.send(POST.path("/v4/domains")
                        .multipart(Params.NONE.with("name", domain))
                        .asText())
                .onErrorComplete()
                .then(mailgun.send(POST.path("/v3/{domain}/messages", domain)
                        .multipart(Params.NONE
                                .with("from", "ada@" + domain)
                                .with("to", "grace@example.org")
                                .with("subject", "contract")
                                .with("text", "one message")
                                .with("o:tag", TAG))
                        .asText()))
                .doOnSubscribe(subscribed -> notes.keep("domain", domain))
                .then();
    }

    private static String domain(Notes notes) {
        return notes.get("domain", "example.com");
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        metrics(),
                        logs(),
                        events(),
                        analyticsTags(),
                        stats(),
                        tags(),
                        bounces(),
                        thresholds(),
                        alerts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> metrics() {
        return List.of(
                ContractRow.of(
                                "POST /v1/analytics/metrics",
                                (mailgun, notes) -> new MetricsApi(mailgun)
                                        .list(MetricsQuery.of(Metric.ACCEPTED_COUNT, Metric.DELIVERED_RATE)
                                                .start(START)
                                                .end(END)
                                                .duration(AnalyticsDuration.days(7))
                                                .resolution(Resolution.DAY)
                                                .dimensions(Dimension.TIME, Dimension.DOMAIN)
                                                .filter(Filter.where(
                                                                Dimension.DOMAIN,
                                                                FilterComparator.EQUALS,
                                                                "example.com",
                                                                "example.org")
                                                        .and(
                                                                Dimension.TAG,
                                                                FilterComparator.NOT_CONTAINS,
                                                                List.of(new Filter.LabeledValue("Tests", "test"))))
                                                .includeSubaccounts(true)
                                                .includeAggregates(true)
                                                .sort("time", SortOrder.ASCENDING)
                                                .pageSize(500)
                                                .skip(0)))
                        .sends("POST /v1/analytics/metrics")
                        .json("""
                                {"metrics": ["accepted_count", "delivered_rate"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                                 "duration": "7d", "resolution": "day", "dimensions": ["time", "domain"],
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
                ContractRow.of(
                                "POST /v1/analytics/usage/metrics",
                                (mailgun, notes) -> new MetricsApi(mailgun)
                                        .usage(UsageMetricsQuery.of(
                                                        UsageMetric.PROCESSED_COUNT, UsageMetric.EMAIL_PREVIEW_COUNT)
                                                .start(START)
                                                .end(END)
                                                .duration(AnalyticsDuration.months(1))
                                                .resolution(Resolution.MONTH)
                                                .dimensions(Dimension.TIME)
                                                .filter(Filter.where(
                                                        Dimension.SUBACCOUNT, FilterComparator.NOT_EQUALS, "67890"))
                                                .includeSubaccounts(false)
                                                .includeAggregates(true)))
                        .sends("POST /v1/analytics/usage/metrics")
                        .json("""
                                {"metrics": ["processed_count", "email_preview_count"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                                 "duration": "1m", "resolution": "month", "dimensions": ["time"],
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
                                """));
    }

    private static List<ContractRow> logs() {
        return List.of(ContractRow.of(
                        "POST /v1/analytics/logs",
                        (mailgun, notes) -> new LogsApi(mailgun)
                                .list(LogsQuery.LAST_DAY
                                        .start(START)
                                        .end(END)
                                        .duration(AnalyticsDuration.days(2))
                                        .events(LogEvent.FAILED, LogEvent.UNIQUE_OPENED)
                                        .metricEvents(MetricEvent.HARD_BOUNCES)
                                        .filter(Filter.where(LogAttribute.SIZE, FilterComparator.GREATER_THAN, "1000"))
                                        .includeSubaccounts(true)
                                        .includeTotals(true)
                                        .sort("timestamp", SortOrder.ASCENDING)
                                        .pageSize(50)))
                .sends("POST /v1/analytics/logs")
                .json("""
                        {"pagination": {"limit": 50, "sort": "timestamp:asc"},
                         "start": "Thu, 01 Jan 2026 00:00:00 +0000", "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                         "duration": "2d", "events": ["failed", "unique_opened"], "metric_events": ["hard_bounces"],
                         "filter": {"AND": [{"attribute": "size", "comparator": ">", "values": [
                           {"label": "1000", "value": "1000"}]}]},
                         "include_subaccounts": true, "include_totals": true}
                        """)
                .responds("""
                        {"start": "Thu, 01 Jan 2026 00:00:00 -0000", "end": "Thu, 08 Jan 2026 00:00:00 -0000",
                         "items": [{
                           "id": "JDhSWf9mT5OFxCkZfpDU5d", "event": "failed",
                           "@timestamp": "2026-01-02T16:30:18.530Z",
                           "account": {"id": "67890", "parent-id": "12345"}, "domain": {"name": "example.com"},
                           "campaigns": [{"id": "c1", "name": "January"}], "tags": ["newsletter"],
                           "method": "HTTP", "originating-ip": "198.51.100.7", "api-key-id": "abc-def",
                           "delivered-at": "2026-01-02T16:30:18Z",
                           "delivery-status": {"message": "mailbox full", "attempt-no": 5, "code": 552,
                             "bounce-type": "soft", "description": "", "session-seconds": 15.026,
                             "retry-seconds": 145, "enhanced-code": "5.2.2", "mx-host": "mx.example.org",
                             "certificate-verified": true, "tls": true, "utf8": true,
                             "first-delivery-attempt-seconds": 0.12, "last-code": 452, "last-message": "try later"},
                           "i-delivery-optimizer": "sto", "recipient": "ada@example.org",
                           "recipient-domain": "example.org", "recipient-provider": "Gmail",
                           "envelope": {"sender": "bob@example.com", "transport": "smtp",
                             "sending-ip": "198.51.100.1", "targets": "ada@example.org", "i-ip-pool-id": "p1"},
                           "storage": {"region": "us-east4", "env": "production", "key": "AwABB",
                             "url": ["https://storage.example.net/v3/domains/example.com/messages/AwABB"]},
                           "template": {"name": "welcome", "version": "v2", "is-text": false},
                           "log-level": "error", "user-variables": "{\\"order\\": 17}",
                           "message": {"headers": {"to": "ada@example.org", "message-id": "1@example.com",
                               "from": "bob@example.com", "subject": "Hello"},
                             "attachments": [{"filename": "a.pdf", "content-type": "application/pdf", "size": 9}],
                             "recipients": ["ada@example.org"], "size": 2048, "scheduled-for": 1767372000},
                           "flags": {"is-authenticated": true, "is-system-test": false, "is-routed": false,
                             "is-amp": false, "is-test-mode": false, "is-delayed-bounce": false,
                             "is-callback": false, "is-encrypted": false, "is-webhook": false},
                           "primary-dkim": "example.com", "ip": "203.0.113.9",
                           "geolocation": {"city": "Austin", "country": "US", "region": "TX", "timezone": "CST"},
                           "client-info": {"client-name": "Chrome", "client-os": "Linux", "client-type": "browser",
                             "device-type": "desktop", "user-agent": "Mozilla/5.0", "ip": "203.0.113.9",
                             "bot": "gmail"},
                           "severity": "permanent", "reason": "bounce",
                           "routes": [{"actions": "forward()", "description": "all", "expression": "catch_all()",
                             "id": "r1", "priority": 0, "match": {"recipient": "ada@example.org"}}],
                           "mailing-list": {"address": "list@example.com", "list-id": "l1", "sid": "s1"},
                           "url": "https://example.com/signup"}],
                         "pagination": {"previous": "a", "next": "b", "first": "c", "last": "d", "total": 100},
                         "aggregates": {"all": 100, "metrics": {"hard_bounces": 1}}}
                        """));
    }

    private static List<ContractRow> events() {
        return List.of(
                ContractRow.of(
                                "GET /v3/{domain_name}/events",
                                (mailgun, notes) -> new EventsApi(mailgun)
                                        .list(
                                                domain(notes),
                                                EventFilter.between(START, END)
                                                        .ascending(true)
                                                        .pageSize(100)
                                                        .types(EventType.FAILED, EventType.REJECTED)
                                                        .severity(Severity.PERMANENT)
                                                        .list("list@example.com")
                                                        .attachment("a.pdf")
                                                        .from("bob@example.com")
                                                        .messageId("1@example.com")
                                                        .subject("Hello")
                                                        .to("ada@example.org")
                                                        .size(">1000")
                                                        .recipient("ada@example.org")
                                                        .recipients("ada@example.org")
                                                        .tags("newsletter")))
                        .sends("GET /v3/example.com/events?limit=100&begin=1767225600&end=1767830400&ascending=yes"
                                + "&event=failed%20OR%20rejected&severity=permanent&list=list%40example.com"
                                + "&attachment=a.pdf&from=bob%40example.com&message-id=1%40example.com&subject=Hello"
                                + "&to=ada%40example.org&size=%3E1000&recipient=ada%40example.org"
                                + "&recipients=ada%40example.org&tags=newsletter")
                        .responds("""
                                {"items": [{
                                   "method": "smtp", "id": "czsjqFATSlC3QtAK-C80nw", "event": "failed",
                                   "timestamp": 1767372018.530123, "log-level": "error",
                                   "flags": {"is-authenticated": true, "is-routed": false, "is-amp": false,
                                     "is-encrypted": false, "is-test-mode": false},
                                   "reject": {"reason": "a reason", "description": "more of it"},
                                   "message": {"attachments": [
                                       {"filename": "a.pdf", "content-type": "application/pdf", "size": 9}],
                                     "headers": {"message-id": "1@example.com", "from": "bob@example.com",
                                       "to": "ada@example.org", "subject": "Hello"},
                                     "recipients": ["ada@example.org"], "size": 2048,
                                     "scheduled-for": "Fri, 02 Jan 2026 16:30:18 UTC"},
                                   "tags": ["newsletter"], "campaigns": [], "user-variables": {"order": 17},
                                   "storage": {"key": "AwABB", "region": "us-east4",
                                     "url": "https://storage.example.net/v3/domains/example.com/messages/AwABB"},
                                   "geolocation": {"country": "US", "region": "TX", "city": "Austin"},
                                   "client-info": {"client-type": "browser", "client-os": "Linux",
                                     "device-type": "desktop", "client-name": "Chrome", "user-agent": "Mozilla/5.0"},
                                   "ip": "203.0.113.9",
                                   "delivery-status": {"code": 550, "attempt-no": 1, "message": "no such user",
                                     "description": "bad mailbox", "enhanced-code": "5.1.1",
                                     "mx-host": "mx.example.org", "certificate-verified": true, "tls": true,
                                     "utf8": true, "first-delivery-attempt-seconds": 0.12,
                                     "session-seconds": 0.4367079734802246, "retry-seconds": 600},
                                   "batch": {"id": "633ee615"}, "severity": "permanent", "reason": "bounce",
                                   "recipient": "ada@example.org", "recipient-domain": "example.org",
                                   "recipient-provider": "Gmail",
                                   "template": {"name": "welcome", "version": "v2", "is-text": "false"},
                                   "envelope": {"sender": "bob@example.com", "targets": "ada@example.org",
                                     "transport": "smtp", "sending-ip": "198.51.100.1"},
                                   "routes": [{"id": "r1", "expression": "catch_all()",
                                     "match": {"recipient": "ada@example.org"}}]}],
                                 "paging": {
                                   "next": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Ij==",
                                   "previous": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Ig==",
                                   "first": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Iw==",
                                   "last": "https://api.mailgun.net/v3/example.com/events/W3siYiI6Jg=="}}
                                """),
                ContractRow.of(
                                "GET /v3/{domain_name}/events",
                                (mailgun, notes) ->
                                        new EventsApi(mailgun).list(domain(notes), EventFilter.since(START)))
                        .sends("GET /v3/example.com/events?limit=300&begin=1767225600&ascending=yes")
                        .responds("{\"items\": [], \"paging\": {}}"));
    }

    private static List<ContractRow> analyticsTags() {
        return List.of(
                ContractRow.of(
                                "POST /v1/analytics/tags",
                                (mailgun, notes) -> new TagsApi(mailgun)
                                        .list(TagFilter.ALL
                                                .tag("news")
                                                .includeSubaccounts(true)
                                                .includeMetrics(true)
                                                .sort("lastseen", SortOrder.DESCENDING)
                                                .pageSize(10)
                                                .skip(0)))
                        .sends("POST /v1/analytics/tags")
                        .json("""
                                {"pagination": {"limit": 10, "include_total": true, "sort": "lastseen:desc", "skip": 0},
                                 "tag": "news", "include_subaccounts": true, "include_metrics": true}
                                """)
                        .responds("""
                                {"items": [{"account_id": "67890", "parent_account_id": "12345",
                                   "tag": "newsletter/january", "description": "January", "account_name": "Ada",
                                   "first_seen": "Fri, 02 Jan 2026 18:27:11 +0000",
                                   "last_seen": "Fri, 02 Jan 2026 18:00:00 +0000",
                                   "metrics": {"accepted_count": 3, "hard_bounce_rate": "0.0000"}}],
                                 "pagination": {"sort": "lastseen:desc", "skip": 0, "limit": 10, "total": 1,
                                   "include_total": true}}
                                """),
                ContractRow.of(
                                "PUT /v1/analytics/tags",
                                (mailgun, notes) -> new TagsApi(mailgun).describe(TAG, "January"))
                        .sends("PUT /v1/analytics/tags")
                        .json("{\"tag\": \"newsletter/january\", \"description\": \"January\"}")
                        .responds("{\"message\": \"Tag updated\"}"),
                ContractRow.of("GET /v1/analytics/tags/limits", (mailgun, notes) -> new TagsApi(mailgun).limits())
                        .sends("GET /v1/analytics/tags/limits")
                        .responds("{\"limit\": 100000, \"count\": 1, \"limit_reached\": false}"));
    }

    private static List<ContractRow> stats() {
        StatsEvent[] events = {StatsEvent.ACCEPTED, StatsEvent.FAILED};
        return List.of(
                ContractRow.of(
                                "GET /v3/stats/total",
                                (mailgun, notes) -> new StatsApi(mailgun)
                                        .total(StatsQuery.of(events)
                                                .start(START)
                                                .end(END)
                                                .duration(AnalyticsDuration.days(7))
                                                .resolution(Resolution.DAY)))
                        .sends("GET /v3/stats/total?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d&resolution=day")
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
                ContractRow.of(
                                "GET /v3/{domain}/stats/total",
                                (mailgun, notes) -> new StatsApi(mailgun)
                                        .total(
                                                domain(notes),
                                                StatsQuery.of(events)
                                                        .start(START)
                                                        .end(END)
                                                        .duration(AnalyticsDuration.hours(2))
                                                        .resolution(Resolution.HOUR)))
                        .sends("GET /v3/example.com/stats/total?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=2h&resolution=hour")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Thu, 08 Jan 2026 00:00:00 UTC", "resolution": "hour", "stats": []}
                                """),
                ContractRow.of(
                                "GET /v3/stats/total/domains",
                                (mailgun, notes) -> new StatsApi(mailgun)
                                        .totalByDomain(DomainStatsQuery.at(START, events)
                                                .resolution(Resolution.MONTH)
                                                .limit(10)))
                        .sends("GET /v3/stats/total/domains?timestamp=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&event=accepted&event=failed&resolution=month&limit=10")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Sun, 01 Feb 2026 00:00:00 UTC", "resolution": "month", "stats": []}
                                """),
                ContractRow.of(
                                "GET /v3/stats/filter",
                                (mailgun, notes) -> new StatsApi(mailgun)
                                        .filtered(FilteredStatsQuery.of(events)
                                                .start(START)
                                                .end(END)
                                                .duration(AnalyticsDuration.days(7))
                                                .resolution(Resolution.DAY)
                                                .filter("domain:example.com")
                                                .group(StatsGroup.PROVIDER)))
                        .sends("GET /v3/stats/filter?event=accepted&event=failed"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d&resolution=day"
                                + "&filter=domain%3Aexample.com&group=provider")
                        .responds("""
                                {"description": "", "start": "Thu, 01 Jan 2026 00:00:00 UTC",
                                 "end": "Thu, 08 Jan 2026 00:00:00 UTC", "resolution": "day", "stats": []}
                                """),
                ContractRow.of(
                                "GET /v3/{domain}/aggregates/providers",
                                (mailgun, notes) -> new StatsApi(mailgun).byProvider(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/providers")
                        .responds("{\"providers\": {\"gmail.com\": " + COUNTS + "}}"),
                ContractRow.of(
                                "GET /v3/{domain}/aggregates/devices",
                                (mailgun, notes) -> new StatsApi(mailgun).byDevice(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/devices")
                        .responds("{\"devices\": {\"mobile\": " + COUNTS + "}}"),
                ContractRow.of(
                                "GET /v3/{domain}/aggregates/countries",
                                (mailgun, notes) -> new StatsApi(mailgun).byCountry(domain(notes)))
                        .sends("GET /v3/example.com/aggregates/countries")
                        .responds("{\"countries\": {\"us\": " + COUNTS + "}}"));
    }

    private static List<ContractRow> tags() {
        return List.of(
                ContractRow.of(
                                "GET /v3/{domain}/tags",
                                (mailgun, notes) -> new DomainTagsApi(mailgun)
                                        .list(
                                                domain(notes),
                                                DomainTagFilter.ALL
                                                        .prefix("news")
                                                        .after("aa")
                                                        .pageSize(10)))
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
                ContractRow.of(
                                "GET /v3/{domain}/tag",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).get(domain(notes), TAG))
                        .sends("GET /v3/example.com/tag?tag=newsletter%2Fjanuary")
                        .responds("""
                                {"tag": "newsletter/january", "description": "January",
                                 "first-seen": "2026-01-02T02:14:27Z", "last-seen": "2026-01-06T18:45:51Z"}
                                """),
                ContractRow.of(
                                "PUT /v3/{domain}/tag",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).describe(domain(notes), TAG, "January"))
                        .sends("PUT /v3/example.com/tag?tag=newsletter%2Fjanuary&description=January")
                        .responds("{\"message\": \"Tag updated\"}"),
                ContractRow.of(
                                "GET /v3/{domain}/tag/stats/aggregates",
                                (mailgun, notes) -> new DomainTagsApi(mailgun)
                                        .aggregates(domain(notes), TAG, AggregateType.PROVIDER))
                        .sends("GET /v3/example.com/tag/stats/aggregates?tag=newsletter%2Fjanuary&type=provider")
                        .responds("{\"tag\": \"newsletter/january\", \"provider\": {\"gmail.com\": " + COUNTS
                                + "}, \"country\": {\"us\": " + COUNTS + "}, \"device\": {\"mobile\": " + COUNTS
                                + "}}"),
                ContractRow.of(
                                "GET /v3/{domain}/tag/stats",
                                (mailgun, notes) -> new DomainTagsApi(mailgun)
                                        .stats(
                                                domain(notes),
                                                DomainTagStatsQuery.of(TAG, StatsEvent.OPENED)
                                                        .start(START)
                                                        .end(END)
                                                        .duration(AnalyticsDuration.days(7))
                                                        .resolution(Resolution.DAY)
                                                        .provider("gmail.com")
                                                        .device("mobile")
                                                        .country("us")))
                        .sends("GET /v3/example.com/tag/stats?tag=newsletter%2Fjanuary&event=opened"
                                + "&start=Thu%2C%2001%20Jan%202026%2000%3A00%3A00%20%2B0000"
                                + "&end=Thu%2C%2008%20Jan%202026%2000%3A00%3A00%20%2B0000&duration=7d&resolution=day"
                                + "&provider=gmail.com&device=mobile&country=us")
                        .responds("""
                                {"tag": "newsletter/january", "description": "January",
                                 "start": "Thu, 01 Jan 2026 00:00:00 UTC", "end": "Thu, 08 Jan 2026 00:00:00 UTC",
                                 "resolution": "day",
                                 "stats": [{"time": "Thu, 01 Jan 2026 00:00:00 UTC",
                                   "opened": {"total": 2, "unique": 1}}]}
                                """),
                ContractRow.of(
                                "GET /v3/domains/{domain}/tag/devices",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).devices(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/devices")
                        .responds("{\"items\": [\"desktop\", \"mobile\", \"tablet\", \"unknown\"]}"),
                ContractRow.of(
                                "GET /v3/domains/{domain}/tag/providers",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).providers(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/providers")
                        .responds("{\"items\": [\"gmail.com\", \"yahoo.com\"]}"),
                ContractRow.of(
                                "GET /v3/domains/{domain}/tag/countries",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).countries(domain(notes)))
                        .sends("GET /v3/domains/example.com/tag/countries")
                        .responds("{\"items\": [\"us\", \"fr\"]}"),
                ContractRow.of(
                                "GET /v3/domains/{domain}/limits/tag",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).limits(domain(notes)))
                        .sends("GET /v3/domains/example.com/limits/tag")
                        .responds("{\"id\": \"example.com\", \"limit\": 20000, \"count\": 1500}"),
                ContractRow.of(
                                "DELETE /v3/{domain}/tag",
                                (mailgun, notes) -> new DomainTagsApi(mailgun).delete(domain(notes), TAG))
                        .sends("DELETE /v3/example.com/tag?tag=newsletter%2Fjanuary")
                        .responds("{\"message\": \"Tag deleted\"}"),
                ContractRow.of("DELETE /v1/analytics/tags", (mailgun, notes) -> new TagsApi(mailgun).delete(TAG))
                        .sends("DELETE /v1/analytics/tags")
                        .json("{\"tag\": \"newsletter/january\"}")
                        .responds("{\"message\": \"Tag deleted\"}"));
    }

    private static List<ContractRow> bounces() {
        return List.of(
                ContractRow.of(
                                "POST /v2/bounce-classification/metrics",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun)
                                        .metrics(BounceMetricsQuery.of(
                                                        BounceMetric.CRITICAL_BOUNCE_COUNT,
                                                        BounceMetric.CRITICAL_BOUNCE_RATE)
                                                .start(START)
                                                .end(END)
                                                .duration(Duration.ofDays(2))
                                                .resolution(Resolution.DAY)
                                                .dimensions(BounceDimension.ENTITY_NAME, BounceDimension.DOMAIN_NAME)
                                                .filter(Filter.where(
                                                        BounceDimension.DOMAIN_NAME,
                                                        FilterComparator.EQUALS,
                                                        "example.com"))
                                                .includeSubaccounts(true)
                                                .sort("entity-name", SortOrder.ASCENDING)
                                                .pageSize(10)
                                                .skip(0)))
                        .sends("POST /v2/bounce-classification/metrics")
                        .json("""
                                {"metrics": ["critical_bounce_count", "critical_bounce_rate"],
                                 "start": "Thu, 01 Jan 2026 00:00:00 +0000",
                                 "end": "Thu, 08 Jan 2026 00:00:00 +0000", "duration": "48h0m0s",
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
                ContractRow.of(
                                "GET /v1/bounce-classification/stats",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun)
                                        .stats(BounceStatFilter.ALL
                                                .group("domain.name")
                                                .limit(10)
                                                .includeSubaccounts(true)))
                        .sends(
                                "GET /v1/bounce-classification/stats?group=domain.name&limit=10&include_subaccounts=true")
                        .responds("""
                                {"items": [{"subaccount": {"id": "67890"}, "domain": {"name": "example.com"},
                                   "rule-id": "55ff", "entity-id": "spamhaus", "short-explanation": "You are listed",
                                   "bounced": {"total": 4}}], "_duration": "0s"}
                                """),
                ContractRow.of(
                                "GET /v1/bounce-classification/domains",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun)
                                        .domains(BounceDomainFilter.ALL
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
                ContractRow.of(
                                "GET /v1/bounce-classification/domains/{domain}/entities",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun).entities(domain(notes), true))
                        .sends("GET /v1/bounce-classification/domains/example.com/entities?include_subaccounts=true")
                        .responds("""
                                {"items": [{"entity-id": "gmail", "entity-name": "Gmail", "bounced": {"total": 1}}]}
                                """),
                ContractRow.of(
                                "GET /v1/bounce-classification/domains/{domain}/entities/{entity-id}/rules",
                                (mailgun, notes) ->
                                        new BounceClassificationApi(mailgun).rules(domain(notes), "gmail", true))
                        .sends("GET /v1/bounce-classification/domains/example.com/entities/gmail/rules"
                                + "?include_subaccounts=true")
                        .responds("""
                                {"items": [{"rule-id": "55ff", "category": "ESPBLOCK", "severity": "PERMANENT",
                                   "sample-text": "access denied", "explanation": "Access denied",
                                   "bounced": {"total": 3}}]}
                                """),
                ContractRow.of(
                                "GET /v1/bounce-classification/domains/{domain}/events",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun)
                                        .events(
                                                domain(notes),
                                                BounceEventFilter.rule("55ff")
                                                        .entity("gmail")
                                                        .sort("@timestamp", SortOrder.DESCENDING)
                                                        .pageSize(10)))
                        .sends("GET /v1/bounce-classification/domains/example.com/events?rule-id=55ff&entity-id=gmail"
                                + "&sort=%40timestamp%3Adesc&limit=10")
                        .responds("{\"items\": []}"),
                ContractRow.of(
                                "GET /v1/bounce-classification/domains/{domain}/events",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun)
                                        .events(domain(notes), BounceEventFilter.page("MD8")))
                        .sends("GET /v1/bounce-classification/domains/example.com/events?page=MD8")
                        .responds("{\"items\": []}"),
                ContractRow.of(
                                "GET /v1/bounce-classification/config/entities",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun).entities())
                        .sends("GET /v1/bounce-classification/config/entities")
                        .responds("{\"gmail\": {\"name\": \"Gmail\"}}"),
                ContractRow.of(
                                "GET /v1/bounce-classification/config/rules",
                                (mailgun, notes) -> new BounceClassificationApi(mailgun).rules())
                        .sends("GET /v1/bounce-classification/config/rules")
                        .responds("""
                                {"55ff": {"entity_id": "gmail", "class": "ESPBLOCK", "sample-text": "access denied",
                                  "explanation": "Access denied", "short-explanation": "Denied"}}
                                """));
    }

    private static List<ContractRow> thresholds() {
        NewSendAlert alert = NewSendAlert.named(
                        "bounces of shops",
                        AlertMetric.HARD_BOUNCE_RATE,
                        MetricComparator.GREATER_THAN,
                        new BigDecimal("0.05"),
                        ThresholdDimension.DOMAIN)
                .channels(AlertChannel.EMAIL, AlertChannel.WEBHOOK)
                .filters(new ThresholdFilter(
                        ThresholdDimension.DOMAIN, FilterComparator.CONTAINS, List.of("shop.", "store.")))
                .period(ThresholdPeriod.hours(1))
                .description("look at the lists");
        String alertJson = """
                {"name": "bounces of shops", "metric": "hard_bounce_rate", "comparator": ">", "limit": "0.05",
                 "dimension": "domain", "alert_channels": ["email", "webhook"],
                 "filters": [{"dimension": "domain", "comparator": "contains", "values": ["shop.", "store."]}],
                 "period": "1h", "description": "look at the lists"}
                """;
        NewLimitThreshold limit = NewLimitThreshold.named(
                        "previews",
                        LimitMetric.EMAIL_PREVIEW_SUCCESS_COUNT,
                        MetricComparator.AT_LEAST,
                        new BigDecimal("2100"),
                        ThresholdDimension.SUBACCOUNT)
                .filters(new ThresholdFilter(
                        ThresholdDimension.SUBACCOUNT, FilterComparator.NOT_EQUALS, List.of("67890")))
                .period(ThresholdPeriod.months(1))
                .description("what we paid for");
        String limitJson = """
                {"name": "previews", "metric": "email_preview_success_count", "comparator": ">=", "limit": "2100",
                 "dimension": "subaccount",
                 "filters": [{"dimension": "subaccount", "comparator": "!=", "values": ["67890"]}],
                 "period": "1M", "description": "what we paid for"}
                """;
        String made = """
                 "id": "915ff385-0a9a", "parent_account_id": "12345", "subaccount_id": "67890",
                 "account_group": "g", "created_at": "2026-02-01T10:30:00Z", "updated_at": "0001-01-01T00:00:00Z",
                 "last_checked": "2026-02-04T16:00:00Z",
                """;
        String alertItem = "{" + made + alertJson.strip().substring(1);
        String limitItem = "{" + made + limitJson.strip().substring(1);
        return List.of(
                ContractRow.of(
                                "POST /v1/thresholds/alerts/send",
                                (mailgun, notes) -> new SendAlertsApi(mailgun).create(alert))
                        .sends("POST /v1/thresholds/alerts/send")
                        .json(alertJson)
                        .responds(alertItem),
                ContractRow.of("GET /v1/thresholds/alerts/send", (mailgun, notes) -> new SendAlertsApi(mailgun).list())
                        .sends("GET /v1/thresholds/alerts/send")
                        .responds("{\"items\": [" + alertItem + "], \"total\": 1}"),
                ContractRow.of(
                                "GET /v1/thresholds/alerts/send/{name}",
                                (mailgun, notes) -> new SendAlertsApi(mailgun).get("bounces of shops"))
                        .sends("GET /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .responds(alertItem),
                ContractRow.of(
                                "PUT /v1/thresholds/alerts/send/{name}",
                                (mailgun, notes) -> new SendAlertsApi(mailgun).change("bounces of shops", alert))
                        .sends("PUT /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .json(alertJson)
                        .responds("{\"message\": \"Threshold updated\"}"),
                ContractRow.of("GET /v1/thresholds/hits", (mailgun, notes) -> new SendAlertsApi(mailgun).hits())
                        .sends("GET /v1/thresholds/hits")
                        .responds("""
                                {"items": [{"id": "915ff385-0a9a", "name": "bounces of shops",
                                   "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-03T14:15:00Z",
                                   "triggered": true, "expires_at": "0001-01-01T00:00:00Z", "latest_value": "0.1",
                                   "metric": "hard_bounce_rate", "comparator": ">", "limit": ".05",
                                   "parent_account_id": "12345", "subaccount_id": "67890", "dimension": "domain",
                                   "dimension_value": "shop.example.com"}], "total": 1}
                                """),
                ContractRow.of(
                                "DELETE /v1/thresholds/alerts/send/{name}",
                                (mailgun, notes) -> new SendAlertsApi(mailgun).delete("bounces of shops"))
                        .sends("DELETE /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .responds("{\"message\": \"Threshold deleted\"}"),
                ContractRow.of(
                                "POST /v1/thresholds/limits",
                                (mailgun, notes) -> new LimitThresholdsApi(mailgun).create(limit))
                        .sends("POST /v1/thresholds/limits")
                        .json(limitJson)
                        .responds(limitItem),
                ContractRow.of("GET /v1/thresholds/limits", (mailgun, notes) -> new LimitThresholdsApi(mailgun).list())
                        .sends("GET /v1/thresholds/limits")
                        .responds("{\"items\": [" + limitItem + "], \"total\": 1}"),
                ContractRow.of(
                                "GET /v1/thresholds/limits/{name}",
                                (mailgun, notes) -> new LimitThresholdsApi(mailgun).get("previews"))
                        .sends("GET /v1/thresholds/limits/previews")
                        .responds(limitItem),
                ContractRow.of(
                                "PUT /v1/thresholds/limits/{name}",
                                (mailgun, notes) -> new LimitThresholdsApi(mailgun).change("previews", limit))
                        .sends("PUT /v1/thresholds/limits/previews")
                        .json(limitJson)
                        .responds("{\"message\": \"Threshold updated\"}"),
                ContractRow.of(
                                "DELETE /v1/thresholds/limits/{name}",
                                (mailgun, notes) -> new LimitThresholdsApi(mailgun).delete("previews"))
                        .sends("DELETE /v1/thresholds/limits/previews")
                        .responds("{\"message\": \"Threshold deleted\"}"));
    }

    private static List<ContractRow> alerts() {
        return List.of(
                ContractRow.of("GET /v1/alerts/events", (mailgun, notes) -> new AlertsApi(mailgun).events())
                        .sends("GET /v1/alerts/events")
                        .responds("{\"events\": [\"ip_listed\", \"ip_delisted\"]}"),
                ContractRow.of(
                                "POST /v1/alerts/settings/events",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .create(NewAlertSetting.slack(AlertEventType.IP_LISTED, "C1", "C2")))
                        .sends("POST /v1/alerts/settings/events")
                        .json("""
                                {"event_type": "ip_listed", "channel": "slack",
                                 "settings": {"channel_ids": ["C1", "C2"]}}
                                """)
                        .responds("""
                                {"id": "8a2db565", "event_type": "ip_listed", "channel": "slack",
                                 "settings": {"channel_ids": ["C1", "C2"], "disabled_channel_ids": {
                                   "C2": {"disabled_at": "2026-02-01T10:30:00Z", "reason": "archived"}}},
                                 "disabled_at": null}
                                """)
                        .noting("alert", AlertSetting.class, AlertSetting::id),
                ContractRow.of(
                                "PUT /v1/alerts/settings/events/{id}",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .change(
                                                notes.get("alert", "8a2db565"),
                                                NewAlertSetting.webhook(
                                                        AlertEventType.IP_DELISTED, "https://example.com/alerts")))
                        .sends("PUT /v1/alerts/settings/events/8a2db565")
                        .json("""
                                {"event_type": "ip_delisted", "channel": "webhook",
                                 "settings": {"url": "https://example.com/alerts"}}
                                """)
                        .responds("""
                                {"message": "Settings updated", "id": "8a2db565", "event_type": "ip_delisted",
                                 "channel": "webhook", "settings": {"url": "https://example.com/alerts"},
                                 "disabled_at": "2026-02-01T10:30:00Z"}
                                """),
                ContractRow.of(
                                "POST /v1/alerts/settings/events",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .create(NewAlertSetting.email(AlertEventType.IP_LISTED, "ada@example.com")))
                        .sends("POST /v1/alerts/settings/events")
                        .json("""
                                {"event_type": "ip_listed", "channel": "email",
                                 "settings": {"emails": ["ada@example.com"]}}
                                """)
                        .responds("""
                                {"id": "b1ca01c2", "event_type": "ip_listed", "channel": "email",
                                 "settings": {"emails": ["ada@example.com"]}, "disabled_at": null}
                                """),
                ContractRow.of(
                                "PUT /v1/alerts/settings/slack",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .connectSlack(
                                                SlackConnection.of(Secret.of("xoxb-1"), "T1", "Mailers", "chat:write")))
                        .sends("PUT /v1/alerts/settings/slack")
                        .json("""
                                {"token": "xoxb-1", "team_id": "T1", "team_name": "Mailers", "scope": "chat:write"}
                                """)
                        .responds("{\"message\": \"Slack settings updated\"}"),
                ContractRow.of(
                                "PUT /v1/alerts/settings/webhooks/signing_key",
                                (mailgun, notes) -> new AlertsApi(mailgun).renewSigningKey())
                        .sends("PUT /v1/alerts/settings/webhooks/signing_key")
                        .responds("{\"signing_key\": \"bdee4d3e39910a92\"}"),
                ContractRow.of("GET /v1/alerts/settings", (mailgun, notes) -> new AlertsApi(mailgun).settings())
                        .sends("GET /v1/alerts/settings")
                        .responds("""
                                {"events": [{"id": "8a2db565", "event_type": "ip_listed", "channel": "webhook",
                                   "settings": {"url": "https://example.com/alerts"}, "disabled_at": null}],
                                 "webhooks": {"signing_key": "bdee4d3e39910a92"},
                                 "slack": {"token": "xoxb-1", "team_id": "T1", "team_name": "Mailers",
                                   "scope": "chat:write"}}
                                """),
                ContractRow.of(
                                "POST /v1/alerts/webhooks/test",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .testWebhook(AlertEventType.IP_LISTED, "https://example.com/alerts"))
                        .sends("POST /v1/alerts/webhooks/test")
                        .json("{\"event_type\": \"ip_listed\", \"url\": \"https://example.com/alerts\"}")
                        .responds("{\"message\": \"Webhook test alert sent\"}"),
                ContractRow.of(
                                "POST /v1/alerts/email/test",
                                (mailgun, notes) ->
                                        new AlertsApi(mailgun).testEmail(AlertEventType.IP_LISTED, "ada@example.com"))
                        .sends("POST /v1/alerts/email/test")
                        .json("{\"event_type\": \"ip_listed\", \"emails\": [\"ada@example.com\"]}")
                        .responds("{\"message\": \"Email test alert sent\"}"),
                ContractRow.of(
                                "POST /v1/alerts/slack/test",
                                (mailgun, notes) -> new AlertsApi(mailgun).testSlack(AlertEventType.IP_LISTED, "C1"))
                        .sends("POST /v1/alerts/slack/test")
                        .json("{\"event_type\": \"ip_listed\", \"channel_ids\": [\"C1\"]}")
                        .responds("{\"message\": \"Slack test alert sent\"}"),
                ContractRow.of(
                                "GET /v1/alerts/slack/channels",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .slackChannels(SlackChannelFilter.ALL
                                                .page("MD8")
                                                .pageSize(10)))
                        .sends("GET /v1/alerts/slack/channels?page=MD8&limit=10")
                        .responds("""
                                {"items": [{"id": "C1", "name": "mail", "is_archived": false}],
                                 "paging": {"next": "https://api.mailgun.net/v1/alerts/slack/channels?page=b",
                                   "first": "https://api.mailgun.net/v1/alerts/slack/channels",
                                   "previous": "https://api.mailgun.net/v1/alerts/slack/channels?page=a",
                                   "last": "https://api.mailgun.net/v1/alerts/slack/channels?page=z"}}
                                """),
                ContractRow.of(
                                "GET /v1/alerts/slack/channels/{id}",
                                (mailgun, notes) -> new AlertsApi(mailgun).slackChannel("C1"))
                        .sends("GET /v1/alerts/slack/channels/C1")
                        .responds("{\"id\": \"C1\", \"name\": \"mail\", \"is_archived\": false}"),
                ContractRow.of(
                                "DELETE /v1/alerts/slack/oauth",
                                (mailgun, notes) -> new AlertsApi(mailgun).revokeSlack())
                        .sends("DELETE /v1/alerts/slack/oauth")
                        .responds("{\"message\": \"Slack token revoked\"}"),
                ContractRow.of(
                                "DELETE /v1/alerts/settings/slack",
                                (mailgun, notes) -> new AlertsApi(mailgun).disconnectSlack())
                        .sends("DELETE /v1/alerts/settings/slack")
                        .responds("{\"message\": \"Slack settings deleted\"}"),
                ContractRow.of(
                                "DELETE /v1/alerts/settings/events/{id}",
                                (mailgun, notes) -> new AlertsApi(mailgun).delete(notes.get("alert", "8a2db565")))
                        .sends("DELETE /v1/alerts/settings/events/8a2db565")
                        .responds("{\"message\": \"Settings deleted\"}"));
    }
}
