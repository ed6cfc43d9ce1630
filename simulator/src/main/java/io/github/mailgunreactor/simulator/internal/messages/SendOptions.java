package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the options of a message that have a form of their own. */
final class SendOptions {
    private static final Duration FURTHEST = Duration.ofDays(7);
    private static final Pattern EPOCH = Pattern.compile("\\d{1,10}(\\.\\d+)?");
    private static final Pattern WITHIN = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,3})h");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|(0\\d|1[0-2]):[0-5]\\d(?i:am|pm)");

    private SendOptions() {}

    /** Tags in ASCII, each once whatever its case; what is beyond the limit is dropped, as the live API does. */
    static List<String> tags(List<String> sent, int max) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : sent) {
            String ascii = tag.replaceAll("[^\\x20-\\x7e]", "").strip();
            if (!ascii.isEmpty() && tags.size() < max) {
                tags.putIfAbsent(ascii.toLowerCase(Locale.ROOT), ascii);
            }
        }
        return List.copyOf(tags.values());
    }

    /** When to deliver; a time that has passed is now. */
    static Instant deliveryTime(String value, Instant now) {
        Instant time = time(value.strip());
        if (time == null) {
            throw new Refusal(400, value + " is not an RFC-2822 compliant date");
        }
        Refusal.where(
                time.isAfter(now.plus(FURTHEST)),
                400,
                "o:deliverytime is too far in the future, the maximum is 7 days");
        return time.isBefore(now) ? now : time;
    }

    private static @Nullable Instant time(String value) {
        if (EPOCH.matcher(value).matches()) {
            return Instant.ofEpochMilli((long) (Double.parseDouble(value) * 1000));
        }
        try {
            String zoned = value.replaceAll(" (UTC|GMT|-0000)$", " +0000");
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(zoned, Instant::from);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** Refuses what an option cannot be. */
    static void check(Parameters form) {
        Refusal.where(form.has("t:version") && !form.has("template"), 400, "t:version parameter needs a template");
        String within = form.first("o:deliver-within");
        if (within != null && !isWithin(within)) {
            throw new Refusal(400, within + " is not a valid deliver-within period, it must be from 5m to 24h");
        }
        String period = form.first("o:deliverytime-optimize-period");
        if (period != null) {
            Matcher hours = HOURS.matcher(period);
            Refusal.where(
                    !hours.matches() || Integer.parseInt(hours.group(1)) < 24 || Integer.parseInt(hours.group(1)) > 72,
                    400,
                    period + " is not a valid optimization period, it must be from 24h to 72h");
        }
        String localized = form.first("o:time-zone-localize");
        if (localized != null && !TIME_OF_DAY.matcher(localized).matches()) {
            throw new Refusal(400, localized + " invalid 24 hour time");
        }
    }

    private static boolean isWithin(String value) {
        Matcher period = WITHIN.matcher(value);
        if (value.isEmpty() || value.length() > 10 || !period.matches()) {
            return false;
        }
        long minutes = number(period.group(1)) * 60 + number(period.group(2));
        return minutes >= 5 && minutes <= 24 * 60;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
