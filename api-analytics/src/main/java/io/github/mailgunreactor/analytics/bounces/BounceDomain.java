package io.github.mailgunreactor.analytics.bounces;

/**
 * A sending domain.
 *
 * @param name its name
 */
public record BounceDomain(String name) {}
