package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of an account that were crossed.
 *
 * @param items the hits
 * @param total how many they are
 */
public record ThresholdHitList(
        @JsonProperty(required = true) List<ThresholdHit> items,
        @Nullable Long total) implements PageBody<ThresholdHit> {}
