package io.github.mailgunreactor.analytics.bounces;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which bounces are classified.
 *
 * @param rules by id
 */
public record BounceRules(@JsonValue Map<String, Rule> rules) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BounceRules {
        rules = Map.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param entityId who refuses: a provider or a spam filter
     * @param classification what it classifies as
     * @param sampleText what a server says
     * @param explanation what it means
     * @param shortExplanation the same in a few words
     */
    public record Rule(
            @JsonProperty("entity_id") @Nullable String entityId,
            @JsonProperty("class") @Nullable String classification,
            @JsonProperty("sample-text") @Nullable String sampleText,
            @Nullable String explanation,
            @JsonProperty("short-explanation") @Nullable String shortExplanation) {}
}
