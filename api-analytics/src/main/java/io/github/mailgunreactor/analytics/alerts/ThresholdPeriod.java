package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.OpenValue;

/**
 * The stretch of time over which a threshold's metric is taken.
 *
 * @param value the period as Mailgun writes it, such as {@code 1h} or {@code 1M}
 */
public record ThresholdPeriod(String value) implements OpenValue {
    private static final int LONGEST = 10_000;

    /**
     * Whole hours.
     *
     * @param hours 1 to 10,000
     */
    public static ThresholdPeriod hours(int hours) {
        return new ThresholdPeriod(Arguments.requireRange("hours", hours, 1, LONGEST) + "h");
    }

    /**
     * Whole days.
     *
     * @param days 1 to 10,000
     */
    public static ThresholdPeriod days(int days) {
        return new ThresholdPeriod(Arguments.requireRange("days", days, 1, LONGEST) + "d");
    }

    /**
     * Whole months.
     *
     * @param months 1 to 10,000
     */
    public static ThresholdPeriod months(int months) {
        return new ThresholdPeriod(Arguments.requireRange("months", months, 1, LONGEST) + "M");
    }
}
