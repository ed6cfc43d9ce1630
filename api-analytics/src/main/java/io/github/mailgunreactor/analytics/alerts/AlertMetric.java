package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a send alert watches: a fraction of one.
 *
 * @param value the metric as Mailgun names it
 */
public record AlertMetric(String value) implements OpenValue {
    /** Hard bounces of sent. */
    public static final AlertMetric HARD_BOUNCE_RATE = new AlertMetric("hard_bounce_rate");
    /** Temporary failures of sent. */
    public static final AlertMetric TEMPORARY_FAIL_RATE = new AlertMetric("temporary_fail_rate");
    /** Delivered of sent. */
    public static final AlertMetric DELIVERED_RATE = new AlertMetric("delivered_rate");
    /** Complaints of delivered. */
    public static final AlertMetric COMPLAINED_RATE = new AlertMetric("complained_rate");
}
