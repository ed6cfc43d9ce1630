package io.github.mailgunreactor.analytics.bounces;

import org.jspecify.annotations.Nullable;

/**
 * How many bounces there were.
 *
 * @param total how many
 */
public record BounceCount(@Nullable Long total) {}
