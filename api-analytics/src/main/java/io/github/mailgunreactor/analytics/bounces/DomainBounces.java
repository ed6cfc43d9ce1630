package io.github.mailgunreactor.analytics.bounces;

import org.jspecify.annotations.Nullable;

/**
 * The bounces of a domain.
 *
 * @param domain the sending domain
 * @param bounced how many they are
 */
public record DomainBounces(BounceDomain domain, @Nullable BounceCount bounced) {}
