package io.github.mailgunreactor.analytics;

import org.jspecify.annotations.Nullable;

/**
 * How many tags a domain may have.
 *
 * @param id the domain
 * @param limit how many it may have
 * @param count how many it has
 */
public record TagLimits(
        @Nullable String id, @Nullable Long limit, @Nullable Long count) {}
