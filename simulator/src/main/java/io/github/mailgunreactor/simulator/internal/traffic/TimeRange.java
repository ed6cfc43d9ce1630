package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a query is about, and the pieces in which it counts.
 *
 * @param resolution {@code hour}, {@code day} or {@code month}
 */
public record TimeRange(
        Instant start,
        Instant end,
        String resolution,
        @Nullable String duration) {
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([hdm])|(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    /** Reads the four values as metrics, logs and statistics have them; a duration counts back from the end. */
    public static TimeRange of(
            @Nullable Object start,
            @Nullable Object end,
            @Nullable Object resolution,
            @Nullable Object duration,
            Duration usual,
            Instant now) {
        Instant to = end == null || end.equals("") ? now : instant("end", end);
        String pieces = resolution == null ? "day" : resolution.toString();
        Refusal.where(!List.of("hour", "day", "month").contains(pieces), 400, "'resolution' attribute is invalid");
        Instant from = start == null || start.equals("") ? to.minus(usual) : instant("start", start);
        if (duration != null) {
            from = before(to, duration.toString());
        }
        Refusal.where(from.isAfter(to), 400, "start must be before end");
        return new TimeRange(from, to, pieces, duration == null ? null : duration.toString());
    }

    private static Instant before(Instant end, String duration) {
        Matcher matcher = DURATION.matcher(duration);
        Refusal.where(
                duration.isEmpty() || !matcher.matches(), 400, "duration must be in a format such as 1d, 2h or 1m");
        if (matcher.group(1) == null) {
            return end.minusSeconds(
                    number(matcher.group(3)) * 3600 + number(matcher.group(4)) * 60 + number(matcher.group(5)));
        }
        long count = number(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> end.minus(Duration.ofHours(count));
            case "d" -> end.minus(Duration.ofDays(count));
            default -> end.atZone(ZoneOffset.UTC).minusMonths(count).toInstant();
        };
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Reads an RFC 2822 date or epoch seconds; refuses anything else. */
    public static Instant instant(String name, Object value) {
        String text = value.toString().strip();
        try {
            if (text.matches("\\d+(\\.\\d+)?")) {
                return Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
            }
            String offset = text.replaceFirst("(UTC|-0000)$", "+0000");
            return OffsetDateTime.parse(offset, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException neither) {
            throw new Refusal(400, "failed to parse '" + name + "': valid format is RFC 2822 or epoch");
        }
    }

    /** The beginning of the piece that a time falls into. */
    public Instant piece(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return switch (resolution) {
            case "hour" -> utc.truncatedTo(ChronoUnit.HOURS).toInstant();
            case "month" -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
            default -> utc.truncatedTo(ChronoUnit.DAYS).toInstant();
        };
    }

    /** The beginnings of all pieces that the stretch touches. */
    public List<Instant> pieces() {
        List<Instant> pieces = new ArrayList<>();
        for (Instant at = piece(start); !at.isAfter(end); at = next(at)) {
            pieces.add(at);
        }
        return pieces;
    }

    public Instant next(Instant piece) {
        ZonedDateTime utc = piece.atZone(ZoneOffset.UTC);
        return switch (resolution) {
            case "hour" -> utc.plusHours(1).toInstant();
            case "month" -> utc.plusMonths(1).toInstant();
            default -> utc.plusDays(1).toInstant();
        };
    }

    /** As metrics write dates: {@code +0000}. */
    public static String numeric(Instant time) {
        return zoned(time, " +0000");
    }

    /** As statistics write dates: {@code UTC}. */
    public static String named(Instant time) {
        return zoned(time, " UTC");
    }

    /** As logs write dates: {@code -0000}. */
    public static String unknown(Instant time) {
        return zoned(time, " -0000");
    }

    private static String zoned(Instant time, String zone) {
        return RFC_2822.format(time.atZone(ZoneOffset.UTC)) + zone;
    }
}
