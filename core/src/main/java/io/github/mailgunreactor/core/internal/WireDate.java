package io.github.mailgunreactor.core.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as Mailgun writes them, which is in at least ten ways: RFC 2822 with a numeric offset or a zone name, ISO with an
 * offset, with {@code Z} or without (then UTC), with a space and both, a date alone, and epoch seconds or milliseconds,
 * whole or not.
 */
public final class WireDate {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    /** A number above this is milliseconds: as seconds it would be after the year 5000. */
    private static final BigDecimal LARGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    private final String text;
    private int at;

    private WireDate(String text) {
        this.text = text;
    }

    /** The instant as requests carry it: RFC 2822 with the offset {@code +0000}, in whole seconds. */
    public static String format(Instant instant) {
        return RFC_2822.format(instant);
    }

    /**
     * Reads any of the formats.
     *
     * @return the instant, or {@code null} for an empty text and for the year 1, which both mean "never"
     * @throws IllegalArgumentException if the text is none of them
     */
    public static @Nullable Instant parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        if (trimmed.length() > 64) {
            throw new IllegalArgumentException("not a date");
        }
        try {
            return new WireDate(trimmed).read();
        } catch (DateTimeException | NumberFormatException outOfRange) {
            throw new IllegalArgumentException("not a date");
        }
    }

    /** Reads seconds or, where the number is too large for that, milliseconds since 1970. */
    public static Instant ofEpoch(BigDecimal number) {
        if ((long) number.precision() - number.scale() > 18 || number.scale() > 64) {
            throw new IllegalArgumentException("not a date");
        }
        BigDecimal seconds = number.abs().compareTo(LARGEST_SECONDS) > 0 ? number.movePointLeft(3) : number;
        BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        try {
            return Instant.ofEpochSecond(whole.longValueExact(), nanos);
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw new IllegalArgumentException("not a date");
        }
    }

    private @Nullable Instant read() {
        if (looksLikeIso()) {
            return readIso();
        }
        char first = text.charAt(0);
        if ((isDigit(first) && text.indexOf(' ') < 0) || first == '-') {
            return ofEpoch(new BigDecimal(text));
        }
        return readRfc2822();
    }

    private boolean looksLikeIso() {
        return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-' && isDigit(text.charAt(0));
    }

    private @Nullable Instant readIso() {
        int year = digits(4, 4);
        expect('-');
        int month = digits(2, 2);
        expect('-');
        int day = digits(2, 2);
        long secondOfDay = 0;
        int nanos = 0;
        int offset = 0;
        if (at < text.length()) {
            if (!accept('T') && !accept('t')) {
                expect(' ');
            }
            secondOfDay = readTime();
            nanos = readFraction();
            accept(' ');
            offset = at < text.length() ? readOffset() : 0;
        }
        return instant(year, month, day, secondOfDay, nanos, offset);
    }

    /** {@code [Day, ]02 Jan 2006 15:04[:05] zone}; the day's name is not checked, as wrong ones occur. */
    private @Nullable Instant readRfc2822() {
        int comma = text.indexOf(',');
        if (comma >= 0) {
            at = comma + 1;
        }
        skipSpaces();
        int day = digits(1, 2);
        skipSpaces();
        int month = readMonth();
        skipSpaces();
        int year = digits(4, 4);
        skipSpaces();
        long secondOfDay = readTime();
        skipSpaces();
        int offset = at < text.length() ? readOffset() : 0;
        return instant(year, month, day, secondOfDay, 0, offset);
    }

    private @Nullable Instant instant(int year, int month, int day, long secondOfDay, int nanos, int offset) {
        if (at != text.length()) {
            throw new IllegalArgumentException("not a date");
        }
        long epochDay = LocalDate.of(year, month, day).toEpochDay();
        return year <= 1 ? null : Instant.ofEpochSecond(epochDay * 86_400 + secondOfDay - offset, nanos);
    }

    private long readTime() {
        int hour = digits(2, 2);
        expect(':');
        int minute = digits(2, 2);
        int second = accept(':') ? digits(2, 2) : 0;
        if (hour > 23 || minute > 59 || second > 60) {
            throw new IllegalArgumentException("not a date");
        }
        return hour * 3600L + minute * 60L + Math.min(second, 59);
    }

    private int readFraction() {
        if (!accept('.') && !accept(',')) {
            return 0;
        }
        int nanos = 0;
        int digits = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++, digits++) {
            if (digits < 9) {
                nanos = nanos * 10 + (text.charAt(at) - '0');
            }
        }
        if (digits == 0) {
            throw new IllegalArgumentException("not a date");
        }
        for (; digits < 9; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of UTC. */
    private int readOffset() {
        char sign = text.charAt(at);
        if (sign == '+' || sign == '-') {
            at++;
            int hours = digits(2, 2);
            accept(':');
            int minutes = at < text.length() && isDigit(text.charAt(at)) ? digits(2, 2) : 0;
            if (hours > 18 || minutes > 59) {
                throw new IllegalArgumentException("not a date");
            }
            if (text.startsWith(" UTC", at)) {
                // Go's own text form names the zone once more: "2023-01-02 02:14:27 +0000 UTC".
                at += 4;
            }
            int seconds = hours * 3600 + minutes * 60;
            return sign == '-' ? -seconds : seconds;
        }
        int from = at;
        at = text.length();
        if (text.endsWith("Z") && from == at - 1) {
            return 0;
        }
        return switch (text.substring(from).toUpperCase(Locale.ROOT)) {
            case "GMT", "UTC", "UT", "Z" -> 0;
            case "EDT" -> -4 * 3600;
            case "EST", "CDT" -> -5 * 3600;
            case "CST", "MDT" -> -6 * 3600;
            case "MST", "PDT" -> -7 * 3600;
            case "PST" -> -8 * 3600;
            default -> throw new IllegalArgumentException("not a date");
        };
    }

    private int readMonth() {
        if (at + 3 <= text.length()) {
            for (int month = 0; month < 12; month++) {
                if (isLetter(MONTHS.charAt(3 * month), at)
                        && isLetter(MONTHS.charAt(3 * month + 1), at + 1)
                        && isLetter(MONTHS.charAt(3 * month + 2), at + 2)) {
                    at += 3;
                    return month + 1;
                }
            }
        }
        throw new IllegalArgumentException("not a date");
    }

    private boolean isLetter(char lowerCase, int index) {
        char c = text.charAt(index);
        return c == lowerCase || c == lowerCase - 'a' + 'A';
    }

    private int digits(int min, int max) {
        int value = 0;
        int count = 0;
        for (; count < max && at < text.length() && isDigit(text.charAt(at)); count++, at++) {
            value = value * 10 + (text.charAt(at) - '0');
        }
        if (count < min) {
            throw new IllegalArgumentException("not a date");
        }
        return value;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw new IllegalArgumentException("not a date");
        }
    }

    private boolean accept(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
