package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounces of a domain by one that refused, by rule.
 *
 * @param items the rules
 */
public record RuleBouncesList(@JsonProperty(required = true) List<RuleBounces> items)
        implements PageBody<RuleBouncesList.RuleBounces> {

    /**
     * Bounces that a rule classified.
     *
     * @param ruleId identifies the rule
     * @param category such as {@code ESPBLOCK}
     * @param severity {@code PERMANENT} or {@code TEMPORARY}
     * @param sampleText what a server said
     * @param explanation what it means
     * @param bounced how many they are
     */
    public record RuleBounces(
            @JsonProperty("rule-id") String ruleId,
            @Nullable String category,
            @Nullable String severity,
            @JsonProperty("sample-text") @Nullable String sampleText,
            @Nullable String explanation,
            @Nullable BounceCount bounced) {}
}
