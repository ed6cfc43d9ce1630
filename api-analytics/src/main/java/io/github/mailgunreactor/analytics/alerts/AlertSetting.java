package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and by which way.
 *
 * @param id identifies the setting
 * @param eventType what is told
 * @param channel the way it takes
 * @param settings where it goes
 * @param disabledAt when it was disabled; {@code null} if it is not
 */
public record AlertSetting(
        String id,
        @JsonProperty("event_type") @Nullable AlertEventType eventType,
        @Nullable AlertChannel channel,
        @Nullable Target settings,
        @JsonProperty("disabled_at") @Nullable Instant disabledAt) {

    /**
     * Where an alert goes; what there is depends on the channel.
     *
     * @param url the URL of a webhook
     * @param emails addresses
     * @param channelIds channels of Slack
     * @param disabledChannelIds channels of Slack that no longer take it, by id
     */
    public record Target(
            @Nullable String url,
            List<String> emails,
            @JsonProperty("channel_ids") List<String> channelIds,
            @JsonProperty("disabled_channel_ids") Map<String, DisabledChannel> disabledChannelIds) {}

    /**
     * A channel of Slack that no longer takes an alert.
     *
     * @param disabledAt since when
     * @param reason why
     */
    public record DisabledChannel(
            @JsonProperty("disabled_at") @Nullable Instant disabledAt,
            @Nullable String reason) {}
}
