package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.OpenValue;

/**
 * How long a query reaches back from its end, in hours, days or months.
 *
 * @param value the duration as Mailgun writes it, such as {@code 7d}
 */
public record AnalyticsDuration(String value) implements OpenValue {
    private static final int LONGEST = 100_000;

    /**
     * Whole hours.
     *
     * @param hours 1 to 100,000
     */
    public static AnalyticsDuration hours(int hours) {
        return new AnalyticsDuration(Arguments.requireRange("hours", hours, 1, LONGEST) + "h");
    }

    /**
     * Whole days.
     *
     * @param days 1 to 100,000
     */
    public static AnalyticsDuration days(int days) {
        return new AnalyticsDuration(Arguments.requireRange("days", days, 1, LONGEST) + "d");
    }

    /**
     * Whole months. Not for logs.
     *
     * @param months 1 to 100,000
     */
    public static AnalyticsDuration months(int months) {
        return new AnalyticsDuration(Arguments.requireRange("months", months, 1, LONGEST) + "m");
    }
}
