package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an account.
 *
 * @param items the limits
 * @param total how many they are
 */
public record LimitThresholdList(
        @JsonProperty(required = true) List<LimitThreshold> items,
        @Nullable Long total) implements PageBody<LimitThreshold> {}
