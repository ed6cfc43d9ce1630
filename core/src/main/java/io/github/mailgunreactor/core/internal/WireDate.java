package io.github.mailgunreactor.core.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as Mailgun writes them, which is in at least ten ways: RFC 2822 with a numeric offset or a {@linkplain ZoneName name
 * of a zone}, ISO with an offset, with {@code Z} or without (then UTC), with a space and both, a date alone, and epoch seconds
 * to nanoseconds, whole or not.
 */
public final class WireDate {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    /** A number above this is milliseconds: as seconds it would be after the year 5000. So with microseconds and nanoseconds. */
    private static final BigDecimal LARGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    /** The beginning of the year 1, which is how Go counts a time that was never set. */
    private static final long NEVER = -62_135_596_800L;

    /** From the first of March of the year 0. */
    private static final int DAYS_TO_1970 = 719_468;

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
            throw notADate();
        }
        try {
            return new WireDate(trimmed).read();
        } catch (DateTimeException | NumberFormatException outOfRange) {
            throw notADate();
        }
    }

    /**
     * Reads seconds since 1970 or, where the number is too large for that, milliseconds, microseconds or nanoseconds.
     *
     * @return the instant, or {@code null} for the beginning of the year 1, which means "never"
     * @throws IllegalArgumentException if it is not a time after the beginning of 1970: there was no Mailgun, and 0 or -1
     *     mean something else
     */
    public static @Nullable Instant ofEpoch(BigDecimal number) {
        if ((long) number.precision() - number.scale() > 20 || number.scale() > 64) {
            throw notADate();
        }
        BigDecimal seconds = number;
        while (seconds.abs().compareTo(LARGEST_SECONDS) > 0) {
            seconds = seconds.movePointLeft(3);
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        long second = whole.longValue();
        if (second == NEVER && nanos == 0) {
            return null;
        }
        if (seconds.signum() <= 0) {
            throw notADate();
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    /** Without a stack trace: a response may be full of them. */
    private static IllegalArgumentException notADate() {
        return new NotADate();
    }

    private static final class NotADate extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NotADate() {
            super("not a date");
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it does nothing
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private @Nullable Instant read() {
        if (looksLikeIso()) {
            return readIso();
        }
        char first = text.charAt(0);
        if ((isDigit(first) && !text.contains(" ")) || first == '-') {
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
        at = text.indexOf(',') + 1;
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
            throw notADate();
        }
        long seconds = epochDay(year, month, day) * 86_400 + secondOfDay - offset;
        return year <= 1 ? null : Instant.ofEpochSecond(seconds, nanos);
    }

    /** As {@link LocalDate#toEpochDay} counts, without making a date: a response may have thousands. */
    private static long epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            throw notADate();
        }
        // Of a year that begins in March the leap day is the last, and the days before a month follow a line.
        int marchYear = month > 2 ? year : year - 1;
        int dayOfMarchYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        return 365L * marchYear + leapDays + dayOfMarchYear - DAYS_TO_1970;
    }

    private long readTime() {
        int hour = digits(2, 2);
        expect(':');
        int minute = digits(2, 2);
        int second = accept(':') ? digits(2, 2) : 0;
        if (hour > 23 || minute > 59 || second > 60) {
            throw notADate();
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
            throw notADate();
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
                throw notADate();
            }
            skipNameOfZone();
            int seconds = hours * 3600 + minutes * 60;
            return sign == '-' ? -seconds : seconds;
        }
        if (endsWith("Z") || endsWith("GMT") || endsWith("UTC")) {
            at = text.length();
            return 0;
        }
        String name = text.substring(at);
        at = text.length();
        Integer seconds = ZoneName.offset(name);
        if (seconds == null) {
            throw notADate();
        }
        return seconds;
    }

    /** Whether the rest is this name: most dates are in UTC, and need no text of their own for that. */
    private boolean endsWith(String name) {
        return text.length() - at == name.length() && text.startsWith(name, at);
    }

    /**
     * What follows an offset and only names it once more: in Go's own text form ({@code 2023-01-02 02:14:27 +0000 UTC}), and
     * as a comment in mails ({@code 16:14:04 +0100 (CET)}).
     */
    private void skipNameOfZone() {
        if (text.startsWith(" UTC", at)) {
            at += 4;
        } else if (text.startsWith(" (", at) && text.indexOf(')', at) == text.length() - 1) {
            at = text.length();
        }
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
        throw notADate();
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
            throw notADate();
        }
        return value;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw notADate();
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
