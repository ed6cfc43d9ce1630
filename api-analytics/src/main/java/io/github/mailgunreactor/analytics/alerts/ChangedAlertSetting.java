package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Mailgun answers to a change: a confirmation, or the setting as it is now.
 *
 * @param message Mailgun's words
 * @param id identifies the setting
 * @param eventType what is told
 * @param channel the way it takes
 * @param settings where it goes
 * @param disabledAt when it was disabled; {@code null} if it is not
 */
public record ChangedAlertSetting(
        @Nullable String message,
        @Nullable String id,
        @JsonProperty("event_type") @Nullable AlertEventType eventType,
        @Nullable AlertChannel channel,
        AlertSetting.@Nullable Target settings,
        @JsonProperty("disabled_at") @Nullable Instant disabledAt) {}
