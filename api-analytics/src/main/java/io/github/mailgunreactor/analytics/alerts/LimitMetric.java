package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a limit bounds.
 *
 * @param value the metric as Mailgun names it
 */
public record LimitMetric(String value) implements OpenValue {
    /** Previews that succeeded. */
    public static final LimitMetric EMAIL_PREVIEW_SUCCESS_COUNT = new LimitMetric("email_preview_success_count");
    /** Inbox placement tests. */
    public static final LimitMetric SEED_TEST_COUNT = new LimitMetric("seed_test_count");
}
