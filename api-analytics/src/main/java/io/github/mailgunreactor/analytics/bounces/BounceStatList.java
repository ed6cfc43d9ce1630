package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of bounces, most bounces first.
 *
 * @param items the statistics
 * @param duration how long Mailgun took
 */
public record BounceStatList(
        @JsonProperty(required = true) List<BounceStat> items,
        @JsonProperty("_duration") @Nullable String duration) implements PageBody<BounceStatList.BounceStat> {

    /**
     * Bounces with one combination of the values asked for.
     *
     * @param subaccount the subaccount
     * @param domain the sending domain
     * @param ruleId the rule that classified them
     * @param entityId who refused: a provider or a spam filter
     * @param shortExplanation why, in a few words
     * @param bounced how many they are
     */
    public record BounceStat(
            @Nullable Subaccount subaccount,
            @Nullable BounceDomain domain,
            @JsonProperty("rule-id") @Nullable String ruleId,
            @JsonProperty("entity-id") @Nullable String entityId,
            @JsonProperty("short-explanation") @Nullable String shortExplanation,
            @Nullable BounceCount bounced) {}

    /**
     * A subaccount.
     *
     * @param id its id
     */
    public record Subaccount(@Nullable String id) {}
}
