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
    private static final ContractRow.Calls<AlertsApi> ALERTS = ContractRow.calls(AlertsApi::new);

    private AlertsContract() {}

    static List<ContractRow> rows() {
        return List.of(
                ALERTS.row("GET /v1/alerts/events")
                        .calls((alerts, notes) -> alerts.listEventTypes())
                        .sends("GET /v1/alerts/events")
                        .responds("{\"events\": [\"ip_listed\", \"ip_delisted\"]}"),
                ALERTS.row("POST /v1/alerts/settings/events")
                        .calls((alerts, notes) ->
                                alerts.create(NewAlertSetting.ofSlack(AlertEventType.IP_LISTED, "C1", "C2")))
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
                ALERTS.row("PUT /v1/alerts/settings/events/{id}")
                        .calls((alerts, notes) -> alerts.change(
                                notes.get("alert", "8a2db565"),
                                NewAlertSetting.ofWebhook(AlertEventType.IP_DELISTED, "https://example.com/alerts")))
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
                ALERTS.row("POST /v1/alerts/settings/events")
                        .calls((alerts, notes) ->
                                alerts.create(NewAlertSetting.ofEmail(AlertEventType.IP_LISTED, "ada@example.com")))
                        .sends("POST /v1/alerts/settings/events")
                        .json("""
                                {"event_type": "ip_listed", "channel": "email",
                                 "settings": {"emails": ["ada@example.com"]}}
                                """)
                        .responds("""
                                {"id": "b1ca01c2", "event_type": "ip_listed", "channel": "email",
                                 "settings": {"emails": ["ada@example.com"]}, "disabled_at": null}
                                """),
                ALERTS.row("PUT /v1/alerts/settings/slack")
                        .calls((alerts, notes) -> alerts.connectSlack(
                                NewSlackConnection.of(Secret.of("xoxb-1"), "T1", "Mailers", "chat:write")))
                        .sends("PUT /v1/alerts/settings/slack")
                        .json("""
                                {"token": "xoxb-1", "team_id": "T1", "team_name": "Mailers", "scope": "chat:write"}
                                """)
                        .responds("{\"message\": \"Slack settings updated\"}"),
                ALERTS.row("PUT /v1/alerts/settings/webhooks/signing_key")
                        .calls((alerts, notes) -> alerts.regenerateSigningKey())
                        .sends("PUT /v1/alerts/settings/webhooks/signing_key")
                        .responds("{\"signing_key\": \"bdee4d3e39910a92\"}"),
                ALERTS.row("GET /v1/alerts/settings")
                        .calls((alerts, notes) -> alerts.getSettings())
                        .sends("GET /v1/alerts/settings")
                        .responds("""
                                {"events": [{"id": "8a2db565", "event_type": "ip_listed", "channel": "webhook",
                                   "settings": {"url": "https://example.com/alerts"}, "disabled_at": null}],
                                 "webhooks": {"signing_key": "bdee4d3e39910a92"},
                                 "slack": {"token": "xoxb-1", "team_id": "T1", "team_name": "Mailers",
                                   "scope": "chat:write"}}
                                """),
                ALERTS.row("POST /v1/alerts/webhooks/test")
                        .calls((alerts, notes) ->
                                alerts.testWebhook(AlertEventType.IP_LISTED, "https://example.com/alerts"))
                        .sends("POST /v1/alerts/webhooks/test")
                        .json("{\"event_type\": \"ip_listed\", \"url\": \"https://example.com/alerts\"}")
                        .responds("{\"message\": \"Webhook test alert sent\"}"),
                ALERTS.row("POST /v1/alerts/email/test")
                        .calls((alerts, notes) -> alerts.testEmail(AlertEventType.IP_LISTED, "ada@example.com"))
                        .sends("POST /v1/alerts/email/test")
                        .json("{\"event_type\": \"ip_listed\", \"emails\": [\"ada@example.com\"]}")
                        .responds("{\"message\": \"Email test alert sent\"}"),
                ALERTS.row("POST /v1/alerts/slack/test")
                        .calls((alerts, notes) -> alerts.testSlack(AlertEventType.IP_LISTED, "C1"))
                        .sends("POST /v1/alerts/slack/test")
                        .json("{\"event_type\": \"ip_listed\", \"channel_ids\": [\"C1\"]}")
                        .responds("{\"message\": \"Slack test alert sent\"}"),
                ALERTS.row("GET /v1/alerts/slack/channels")
                        .calls((alerts, notes) -> alerts.listSlackChannels(
                                SlackChannelFilter.all().pageToken("MD8").pageSize(10)))
                        .sends("GET /v1/alerts/slack/channels?page=MD8&limit=10")
                        .responds("""
                                {"items": [{"id": "C1", "name": "mail", "is_archived": false}],
                                 "paging": {"next": "https://api.mailgun.net/v1/alerts/slack/channels?page=b",
                                   "first": "https://api.mailgun.net/v1/alerts/slack/channels",
                                   "previous": "https://api.mailgun.net/v1/alerts/slack/channels?page=a",
                                   "last": "https://api.mailgun.net/v1/alerts/slack/channels?page=z"}}
                                """),
                ALERTS.row("GET /v1/alerts/slack/channels/{id}")
                        .calls((alerts, notes) -> alerts.getSlackChannel("C1"))
                        .sends("GET /v1/alerts/slack/channels/C1")
                        .responds("{\"id\": \"C1\", \"name\": \"mail\", \"is_archived\": false}"),
                ALERTS.row("DELETE /v1/alerts/slack/oauth")
                        .calls((alerts, notes) -> alerts.revokeSlack())
                        .sends("DELETE /v1/alerts/slack/oauth")
                        .responds("{\"message\": \"Slack token revoked\"}"),
                ALERTS.row("DELETE /v1/alerts/settings/slack")
                        .calls((alerts, notes) -> alerts.disconnectSlack())
                        .sends("DELETE /v1/alerts/settings/slack")
                        .responds("{\"message\": \"Slack settings deleted\"}"),
                ALERTS.row("DELETE /v1/alerts/settings/events/{id}")
                        .calls((alerts, notes) -> alerts.delete(notes.get("alert", "8a2db565")))
                        .sends("DELETE /v1/alerts/settings/events/8a2db565")
                        .responds("{\"message\": \"Settings deleted\"}"));
    }
}
