package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/** An alert to be set up, or what one is to be changed to: what it tells of, and where it goes. */
public final class NewAlertSetting extends ParamSet<NewAlertSetting> {
    private NewAlertSetting(Params params) {
        super(params, NewAlertSetting::new);
    }

    /**
     * An alert that calls a URL.
     *
     * @param url must respond to a GET with status 200 when the alert is set up
     */
    public static NewAlertSetting ofWebhook(AlertEventType event, String url) {
        return of(event, AlertChannel.WEBHOOK, Params.NONE.with("url", Arguments.requireText("url", url)));
    }

    /**
     * An alert by email.
     *
     * @param addresses one or more
     */
    public static NewAlertSetting ofEmail(AlertEventType event, String... addresses) {
        return of(
                event,
                AlertChannel.EMAIL,
                Params.NONE.with("emails", Arguments.requireOneOrMore("addresses", addresses)));
    }

    /**
     * An alert to channels of Slack.
     *
     * @param channelIds ids of {@link SlackChannel}s; without any it goes where the connection to Slack says
     */
    public static NewAlertSetting ofSlack(AlertEventType event, String... channelIds) {
        return of(event, AlertChannel.SLACK, Params.NONE.with("channel_ids", List.of(channelIds)));
    }

    private static NewAlertSetting of(AlertEventType event, AlertChannel channel, Params target) {
        NewAlertSetting setting =
                new NewAlertSetting(Params.NONE).with("event_type", event).with("channel", channel);
        return setting.copy(setting.params().with("settings", target));
    }
}
