package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.transport.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * The budgets that a response tells of, by the three families of headers that Mailgun sends; each is {@code null} where
 * the response does not have it.
 *
 * @param messages {@code X-RateLimit-*}: messages sent
 * @param recipients {@code X-Recipient-Limit-*}: recipients of messages sent
 * @param requests {@code X-Request-*}: calls to the group of operations that this one belongs to, such as suppressions
 */
public record RateLimits(
        @Nullable RateLimit messages,
        @Nullable RateLimit recipients,
        @Nullable RateLimit requests) {

    /** Nothing was told. */
    public static final RateLimits NONE = new RateLimits(null, null, null);

    static RateLimits of(ResponseHead head) {
        return new RateLimits(
                RateLimit.of(head, "x-ratelimit-"),
                RateLimit.of(head, "x-recipient-limit-"),
                RateLimit.of(head, "x-request-"));
    }
}
