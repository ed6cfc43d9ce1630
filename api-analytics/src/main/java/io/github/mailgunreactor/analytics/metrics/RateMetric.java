package io.github.mailgunreactor.analytics.metrics;

/**
 * A metric that is a fraction of one; {@link Metric} has those that are known.
 *
 * @param value the metric as Mailgun names it
 */
public record RateMetric(String value) implements Metric {}
