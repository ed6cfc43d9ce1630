package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which channels of Slack to list. */
public final class SlackChannelFilter extends ParamSet<SlackChannelFilter> {
    private SlackChannelFilter(Params params) {
        super(params, SlackChannelFilter::new);
    }

    /** Every channel. */
    public static SlackChannelFilter all() {
        return new SlackChannelFilter(Params.NONE);
    }

    /** From this page on, by the {@code page} that an earlier response's URLs had. */
    public SlackChannelFilter pageToken(String token) {
        return with("page", Arguments.requireText("token", token));
    }

    /**
     * How many channels a page has.
     *
     * @param channels 1 to 1000; Mailgun has a default of its own
     */
    public SlackChannelFilter pageSize(int channels) {
        return with("limit", Arguments.requireRange("channels", channels, 1, 1000));
    }
}
