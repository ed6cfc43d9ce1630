package io.github.mailgunreactor.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What Mailgun says of a test of a URL.
 *
 * @param code the status that the URL answered
 * @param message more of it in words
 */
public record WebhookTestResult(
        @Nullable Integer code, @Nullable String message) {}
