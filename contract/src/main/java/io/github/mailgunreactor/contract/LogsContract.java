package io.github.mailgunreactor.contract;

import static io.github.mailgunreactor.contract.AnalyticsContract.END;
import static io.github.mailgunreactor.contract.AnalyticsContract.START;

import io.github.mailgunreactor.analytics.Filter;
import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.analytics.LogAttribute;
import io.github.mailgunreactor.analytics.TimeRange;
import io.github.mailgunreactor.analytics.logs.LogEvent;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.logs.MetricEvent;
import java.time.Duration;
import java.util.List;

/** The rows of the logs. */
final class LogsContract {
    private static final ContractRow.Calls<LogsApi> LOGS = ContractRow.calls(LogsApi::new);

    private LogsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                LOGS.row("POST /v1/analytics/logs")
                        .calls((logs, notes) -> logs.list(LogsQuery.all()
                                .timeRange(TimeRange.between(START, END))
                                .events(LogEvent.FAILED, LogEvent.UNIQUE_OPENED)
                                .metricEvents(MetricEvent.HARD_BOUNCES)
                                .filter(Filter.of(LogAttribute.SIZE, FilterComparator.GREATER_THAN, "1000"))
                                .includeSubaccounts(true)
                                .includeTotals(true)
                                .sortAscending("timestamp")
                                .pageSize(50)))
                        .sends("POST /v1/analytics/logs")
                        .json("""
                        {"pagination": {"limit": 50, "sort": "timestamp:asc"},
                         "start": "Thu, 01 Jan 2026 00:00:00 +0000", "end": "Thu, 08 Jan 2026 00:00:00 +0000",
                          "events": ["failed", "unique_opened"], "metric_events": ["hard_bounces"],
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
                        """),
                LOGS.row("POST /v1/analytics/logs")
                        .calls((logs, notes) ->
                                logs.list(LogsQuery.all().timeRange(TimeRange.endingAt(END, Duration.ofDays(2)))))
                        .sends("POST /v1/analytics/logs")
                        .json("""
                                {"pagination": {"limit": 100}, "end": "Thu, 08 Jan 2026 00:00:00 +0000", "duration": "2d"}
                                """)
                        .responds("{\"items\": []}"));
    }
}
