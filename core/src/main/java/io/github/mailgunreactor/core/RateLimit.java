package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One budget of calls.
 *
 * @param limit how many calls the window allows
 * @param remaining how many are left
 * @param reset when the window ends and the budget is whole again
 */
public record RateLimit(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Instant reset) {
    /** Mailgun sends milliseconds; a value too small to be any recent time in milliseconds is seconds. */
    private static final long LARGEST_SECONDS = 100_000_000_000L;

    /** A value too large to be any time of the coming thousands of years in milliseconds is a mistake. */
    private static final long LARGEST_MILLISECONDS = 100_000_000_000_000L;

    static @Nullable RateLimit of(ResponseHead head, String family) {
        Long limit = number(head.header(family + "limit"));
        Long remaining = number(head.header(family + "remaining"));
        Instant reset = instant(head.header(family + "reset"));
        return limit == null && remaining == null && reset == null ? null : new RateLimit(limit, remaining, reset);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        Long number = number(text);
        if (number == null || number < 0 || number > LARGEST_MILLISECONDS) {
            return null;
        }
        return number > LARGEST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text.trim());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
