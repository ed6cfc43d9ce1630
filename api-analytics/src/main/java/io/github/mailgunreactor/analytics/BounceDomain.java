package io.github.mailgunreactor.analytics;

/**
 * A sending domain.
 *
 * @param name its name
 */
public record BounceDomain(String name) {}
