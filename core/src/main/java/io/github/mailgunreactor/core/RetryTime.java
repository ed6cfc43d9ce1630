package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.WireDate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads from an error response when to ask again. */
final class RetryTime {
    private static final Duration LONGEST = Duration.ofDays(366);

    private RetryTime() {}

    static @Nullable Instant of(int status, ResponseHead head, ErrorBody body, Instant now) {
        Instant fromHeader = plausible(fromRetryAfter(head.header("retry-after"), now), now);
        if (fromHeader != null) {
            return fromHeader;
        }
        Long seconds = body.retrySeconds();
        if (seconds != null) {
            return after(now, seconds);
        }
        return status == 429 ? plausible(windowEnd(RateLimits.of(head)), now) : null;
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
