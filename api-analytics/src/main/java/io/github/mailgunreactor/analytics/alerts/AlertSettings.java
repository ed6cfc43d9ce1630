package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an account has set up for alerts.
 *
 * @param events what is told, and by which way
 * @param webhooks what webhooks are signed with
 * @param slack the connection to Slack
 */
public record AlertSettings(
        @JsonProperty(required = true) List<AlertSetting> events,
        @Nullable Webhooks webhooks,
        @Nullable Slack slack) {

    /**
     * What webhooks are signed with.
     *
     * @param signingKey the key of the signatures
     */
    public record Webhooks(
            @JsonProperty("signing_key") @Nullable Secret signingKey) {}

    /**
     * A connection to Slack.
     *
     * @param token its token
     * @param teamId the id of the team
     * @param teamName the name of the team
     * @param scope what it may do
     */
    public record Slack(
            @Nullable Secret token,
            @JsonProperty("team_id") @Nullable String teamId,
            @JsonProperty("team_name") @Nullable String teamName,
            @Nullable String scope) {}
}
