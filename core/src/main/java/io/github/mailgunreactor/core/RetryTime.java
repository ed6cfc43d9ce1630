package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ErrorBody;
import io.github.mailgunreactor.core.internal.WireDate;
import io.github.mailgunreactor.core.transport.ResponseHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from an error response when to ask again: from its head, a field of its body, its words. */
final class RetryTime {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Mailgun's words: "… limit exceeded, try again after 120 seconds", or "after Mon, 20 Dec 2021 20:33:21 UTC". */
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:try again|retry) (?:after|in) (.{1,60})", Pattern.CASE_INSENSITIVE);

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,9}) ?((?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)\\b|(?=$|[.,;!)]))", Pattern.CASE_INSENSITIVE);

    private RetryTime() {}

    /** Whether the status means that the server refused to act because there were too many calls. */
    static boolean isRefusal(int status) {
        return status == 429 || status == 420;
    }

    static @Nullable Instant of(int status, ResponseHead head, ErrorBody body, Instant now) {
        Instant fromHeader = plausible(fromRetryAfter(head.header("retry-after"), now), now);
        if (fromHeader != null) {
            return fromHeader;
        }
        Long seconds = body.retrySeconds();
        if (seconds != null) {
            return after(now, seconds);
        }
        if (!isRefusal(status)) {
            return null;
        }
        Instant inWords = fromWords(body.message(), now);
        return inWords != null ? inWords : plausible(windowEnd(RateLimits.of(head)), now);
    }

    /** A time more than a year away is an epoch in another unit, or a mistake: nothing to wait for. */
    private static @Nullable Instant plausible(@Nullable Instant at, Instant now) {
        return at == null || Duration.between(now, at).abs().compareTo(LONGEST) > 0 ? null : at;
    }

    private static @Nullable Instant fromRetryAfter(@Nullable String value, Instant now) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.trim();
        try {
            boolean number = text.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? after(now, Long.parseLong(text)) : WireDate.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant fromWords(@Nullable String message, Instant now) {
        Matcher words = WORDS.matcher(message == null ? "" : message);
        if (!words.find()) {
            return null;
        }
        String when = words.group(1).strip();
        Instant date = plausible(date(when), now);
        Matcher amount = AMOUNT.matcher(when);
        return date == null && amount.lookingAt() ? after(now, seconds(amount)) : date;
    }

    private static long seconds(Matcher amount) {
        String unit = amount.group(2).toLowerCase(Locale.ROOT);
        return Long.parseLong(amount.group(1)) * (unit.startsWith("h") ? 3600 : unit.startsWith("m") ? 60 : 1);
    }

    /** The longest beginning of the text that is a date: a sentence may go on after it. */
    private static @Nullable Instant date(String text) {
        for (int end = text.length(); end != -1; end = text.lastIndexOf(' ', end - 1)) {
            Instant date = parsed(text.substring(0, end));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable Instant parsed(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        try {
            return WireDate.parse(text.substring(0, end));
        } catch (IllegalArgumentException notADate) {
            return null;
        }
    }

    private static @Nullable Instant after(Instant now, long seconds) {
        return seconds < 0 || seconds > LONGEST.toSeconds() ? null : now.plusSeconds(seconds);
    }

    private static @Nullable Instant windowEnd(RateLimits limits) {
        Instant latest = null;
        for (RateLimit limit : new @Nullable RateLimit[] {limits.messages(), limits.recipients(), limits.requests()}) {
            boolean spent = limit != null && (limit.remaining() == null || limit.remaining() <= 0);
            Instant reset = spent && limit != null ? limit.reset() : null;
            if (reset != null && (latest == null || reset.isAfter(latest))) {
                latest = reset;
            }
        }
        return latest;
    }
}
