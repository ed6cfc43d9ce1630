package io.github.mailgunreactor.analytics.bounces;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What is counted of classified bounces.
 *
 * @param value the metric as Mailgun names it
 */
public record BounceMetric(String value) implements OpenValue {
    /** Permanent failures that need looking at. */
    public static final BounceMetric CRITICAL_BOUNCE_COUNT = new BounceMetric("critical_bounce_count");
    /** Other permanent failures. */
    public static final BounceMetric NON_CRITICAL_BOUNCE_COUNT = new BounceMetric("non_critical_bounce_count");
    /** Temporary failures that need looking at. */
    public static final BounceMetric CRITICAL_DELAY_COUNT = new BounceMetric("critical_delay_count");
    /** Other temporary failures. */
    public static final BounceMetric NON_CRITICAL_DELAY_COUNT = new BounceMetric("non_critical_delay_count");
    /** Messages delivered to mail servers. */
    public static final BounceMetric DELIVERED_SMTP_COUNT = new BounceMetric("delivered_smtp_count");
    /** Bounces and delays together. */
    public static final BounceMetric CLASSIFIED_FAILURES_COUNT = new BounceMetric("classified_failures_count");
    /** Critical bounces, in percent. */
    public static final BounceMetric CRITICAL_BOUNCE_RATE = new BounceMetric("critical_bounce_rate");
    /** Other bounces, in percent. */
    public static final BounceMetric NON_CRITICAL_BOUNCE_RATE = new BounceMetric("non_critical_bounce_rate");
    /** Critical delays, in percent. */
    public static final BounceMetric CRITICAL_DELAY_RATE = new BounceMetric("critical_delay_rate");
    /** Other delays, in percent. */
    public static final BounceMetric NON_CRITICAL_DELAY_RATE = new BounceMetric("non_critical_delay_rate");
}
