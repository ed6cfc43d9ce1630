package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A channel of Slack.
 *
 * @param id its id
 * @param name its name
 * @param archived whether it is archived
 */
public record SlackChannel(
        String id,
        @Nullable String name,
        @JsonProperty("is_archived") @Nullable Boolean archived) {}
