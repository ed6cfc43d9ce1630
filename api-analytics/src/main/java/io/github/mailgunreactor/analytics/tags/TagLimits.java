package io.github.mailgunreactor.analytics.tags;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many tags an account may have.
 *
 * @param limit how many it may have
 * @param count how many it has
 * @param limitReached whether there can be no more
 */
public record TagLimits(
        @Nullable Long limit,
        @Nullable Long count,
        @JsonProperty("limit_reached") @Nullable Boolean limitReached) {}
