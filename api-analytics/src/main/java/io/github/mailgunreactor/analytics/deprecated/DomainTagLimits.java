package io.github.mailgunreactor.analytics.deprecated;

import org.jspecify.annotations.Nullable;

/**
 * How many tags a domain may have.
 *
 * @param id the domain
 * @param limit how many it may have
 * @param count how many it has
 */
public record DomainTagLimits(
        @Nullable String id, @Nullable Long limit, @Nullable Long count) {}
