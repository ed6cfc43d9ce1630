package io.github.mailgunreactor.analytics.metrics;

/**
 * A metric that is a whole number; {@link Metric} has those that are known.
 *
 * @param value the metric as Mailgun names it
 */
public record CountMetric(String value) implements Metric {}
