package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.analytics.alerts.AlertEventType;
import io.github.mailgunreactor.analytics.alerts.AlertSetting;
import io.github.mailgunreactor.analytics.alerts.AlertsApi;
import io.github.mailgunreactor.analytics.alerts.NewAlertSetting;
import io.github.mailgunreactor.analytics.alerts.NewSlackConnection;
import io.github.mailgunreactor.analytics.alerts.SlackChannelFilter;
import io.github.mailgunreactor.core.Secret;
import java.util.List;

/** The rows of alerts and where they go. */
final class AlertsContract {
    private AlertsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ContractRow.of("GET /v1/alerts/events", (mailgun, notes) -> new AlertsApi(mailgun).listEventTypes())
                        .sends("GET /v1/alerts/events")
                        .responds("{\"events\": [\"ip_listed\", \"ip_delisted\"]}"),
                ContractRow.of(
                                "POST /v1/alerts/settings/events",
                                (mailgun, notes) -> new AlertsApi(mailgun)
                                        .create(NewAlertSetting.ofSlack(AlertEventType.IP_LISTED, "C1", "C2")))
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
                                                NewAlertSetting.ofWebhook(
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
                                        .create(NewAlertSetting.ofEmail(AlertEventType.IP_LISTED, "ada@example.com")))
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
                                        .connectSlack(NewSlackConnection.of(
                                                Secret.of("xoxb-1"), "T1", "Mailers", "chat:write")))
                        .sends("PUT /v1/alerts/settings/slack")
                        .json("""
                                {"token": "xoxb-1", "team_id": "T1", "team_name": "Mailers", "scope": "chat:write"}
                                """)
                        .responds("{\"message\": \"Slack settings updated\"}"),
                ContractRow.of(
                                "PUT /v1/alerts/settings/webhooks/signing_key",
                                (mailgun, notes) -> new AlertsApi(mailgun).regenerateSigningKey())
                        .sends("PUT /v1/alerts/settings/webhooks/signing_key")
                        .responds("{\"signing_key\": \"bdee4d3e39910a92\"}"),
                ContractRow.of("GET /v1/alerts/settings", (mailgun, notes) -> new AlertsApi(mailgun).getSettings())
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
                                        .listSlackChannels(SlackChannelFilter.all()
                                                .pageToken("MD8")
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
                                (mailgun, notes) -> new AlertsApi(mailgun).getSlackChannel("C1"))
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
