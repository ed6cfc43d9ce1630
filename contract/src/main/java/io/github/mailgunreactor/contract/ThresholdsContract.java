package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.analytics.FilterComparator;
import io.github.mailgunreactor.analytics.alerts.AlertChannel;
import io.github.mailgunreactor.analytics.alerts.AlertMetric;
import io.github.mailgunreactor.analytics.alerts.LimitMetric;
import io.github.mailgunreactor.analytics.alerts.LimitThresholdsApi;
import io.github.mailgunreactor.analytics.alerts.MetricComparator;
import io.github.mailgunreactor.analytics.alerts.NewLimitThreshold;
import io.github.mailgunreactor.analytics.alerts.NewSendAlert;
import io.github.mailgunreactor.analytics.alerts.SendAlertsApi;
import io.github.mailgunreactor.analytics.alerts.ThresholdDimension;
import io.github.mailgunreactor.analytics.alerts.ThresholdFilter;
import io.github.mailgunreactor.analytics.alerts.ThresholdPeriod;
import java.math.BigDecimal;
import java.util.List;

/** The rows of send alerts and limits. */
final class ThresholdsContract {
    private static final ContractRow.Calls<LimitThresholdsApi> LIMIT_THRESHOLDS =
            ContractRow.calls(LimitThresholdsApi::new);
    private static final ContractRow.Calls<SendAlertsApi> SEND_ALERTS = ContractRow.calls(SendAlertsApi::new);

    private ThresholdsContract() {}

    static List<ContractRow> rows() {
        NewSendAlert alert = NewSendAlert.of(
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
        NewLimitThreshold limit = NewLimitThreshold.of(
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
                SEND_ALERTS
                        .row("POST /v1/thresholds/alerts/send")
                        .calls((sendAlerts, notes) -> sendAlerts.create(alert))
                        .sends("POST /v1/thresholds/alerts/send")
                        .json(alertJson)
                        .responds(alertItem),
                SEND_ALERTS
                        .row("GET /v1/thresholds/alerts/send")
                        .calls((sendAlerts, notes) -> sendAlerts.list())
                        .sends("GET /v1/thresholds/alerts/send")
                        .responds("{\"items\": [" + alertItem + "], \"total\": 1}"),
                SEND_ALERTS
                        .row("GET /v1/thresholds/alerts/send/{name}")
                        .calls((sendAlerts, notes) -> sendAlerts.get("bounces of shops"))
                        .sends("GET /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .responds(alertItem),
                SEND_ALERTS
                        .row("PUT /v1/thresholds/alerts/send/{name}")
                        .calls((sendAlerts, notes) -> sendAlerts.change("bounces of shops", alert))
                        .sends("PUT /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .json(alertJson)
                        .responds("{\"message\": \"Threshold updated\"}"),
                SEND_ALERTS
                        .row("GET /v1/thresholds/hits")
                        .calls((sendAlerts, notes) -> sendAlerts.listHits())
                        .sends("GET /v1/thresholds/hits")
                        .responds("""
                                {"items": [{"id": "915ff385-0a9a", "name": "bounces of shops",
                                   "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-03T14:15:00Z",
                                   "triggered": true, "expires_at": "0001-01-01T00:00:00Z", "latest_value": "0.1",
                                   "metric": "hard_bounce_rate", "comparator": ">", "limit": ".05",
                                   "parent_account_id": "12345", "subaccount_id": "67890", "dimension": "domain",
                                   "dimension_value": "shop.example.com"}], "total": 1}
                                """),
                SEND_ALERTS
                        .row("DELETE /v1/thresholds/alerts/send/{name}")
                        .calls((sendAlerts, notes) -> sendAlerts.delete("bounces of shops"))
                        .sends("DELETE /v1/thresholds/alerts/send/bounces%20of%20shops")
                        .responds("{\"message\": \"Threshold deleted\"}"),
                LIMIT_THRESHOLDS
                        .row("POST /v1/thresholds/limits")
                        .calls((limitThresholds, notes) -> limitThresholds.create(limit))
                        .sends("POST /v1/thresholds/limits")
                        .json(limitJson)
                        .responds(limitItem),
                LIMIT_THRESHOLDS
                        .row("GET /v1/thresholds/limits")
                        .calls((limitThresholds, notes) -> limitThresholds.list())
                        .sends("GET /v1/thresholds/limits")
                        .responds("{\"items\": [" + limitItem + "], \"total\": 1}"),
                LIMIT_THRESHOLDS
                        .row("GET /v1/thresholds/limits/{name}")
                        .calls((limitThresholds, notes) -> limitThresholds.get("previews"))
                        .sends("GET /v1/thresholds/limits/previews")
                        .responds(limitItem),
                LIMIT_THRESHOLDS
                        .row("PUT /v1/thresholds/limits/{name}")
                        .calls((limitThresholds, notes) -> limitThresholds.change("previews", limit))
                        .sends("PUT /v1/thresholds/limits/previews")
                        .json(limitJson)
                        .responds("{\"message\": \"Threshold updated\"}"),
                LIMIT_THRESHOLDS
                        .row("DELETE /v1/thresholds/limits/{name}")
                        .calls((limitThresholds, notes) -> limitThresholds.delete("previews"))
                        .sends("DELETE /v1/thresholds/limits/previews")
                        .responds("{\"message\": \"Threshold deleted\"}"));
    }
}
