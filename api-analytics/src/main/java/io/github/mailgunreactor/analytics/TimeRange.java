package io.github.mailgunreactor.analytics;

import io.github.mailgunreactor.core.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time that a query is about, in whole seconds. A start and a duration together would contradict each other, so a range
 * has one of them.
 */
public final class TimeRange {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int MOST_MONTHS = 120;

    private final @Nullable Instant start;
    private final @Nullable Instant end;
    private final @Nullable Duration duration;
    private final int months;

    private TimeRange(@Nullable Instant start, @Nullable Instant end, @Nullable Duration duration, int months) {
        this.start = start;
        this.end = end;
        this.duration = duration;
        this.months = months;
    }

    /** From an instant until now. */
    public static TimeRange since(Instant start) {
        return new TimeRange(Objects.requireNonNull(start, "start"), null, null, 0);
    }

    /**
     * From an instant to a later one.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public static TimeRange between(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end must be after start");
        }
        return new TimeRange(start, end, null, 0);
    }

    /**
     * As long as this, until now.
     *
     * @param duration 1 second to 10 years in whole seconds; for all queries but those of bounces in whole hours
     */
    public static TimeRange last(Duration duration) {
        return new TimeRange(null, null, checked(duration), 0);
    }

    /**
     * As long as this, until an instant.
     *
     * @param duration as {@link #last(Duration) above}
     */
    public static TimeRange endingAt(Instant end, Duration duration) {
        return new TimeRange(null, Objects.requireNonNull(end, "end"), checked(duration), 0);
    }

    /**
     * So many months until now. Not for logs and bounces.
     *
     * @param months 1 to 120
     */
    public static TimeRange lastMonths(int months) {
        return new TimeRange(null, null, null, Arguments.requireRange("months", months, 1, MOST_MONTHS));
    }

    private static Duration checked(Duration duration) {
        Arguments.requireRange("duration", duration, SHORTEST, LONGEST);
        if (!duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            throw new IllegalArgumentException("duration must be in whole seconds, but is " + duration);
        }
        return duration;
    }

    @Nullable
    Instant start() {
        return start;
    }

    @Nullable
    Instant end() {
        return end;
    }

    @Nullable
    Duration duration() {
        return duration;
    }

    /** How many months, or 0 where the range is told otherwise. */
    int months() {
        return months;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeRange range
                && months == range.months
                && Objects.equals(start, range.start)
                && Objects.equals(end, range.end)
                && Objects.equals(duration, range.duration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end, duration, months);
    }

    @Override
    public String toString() {
        String length = months > 0 ? months + " months" : duration == null ? "" : duration.toString();
        return "TimeRange[" + (start == null ? length : start) + " to " + (end == null ? "now" : end) + "]";
    }
}
