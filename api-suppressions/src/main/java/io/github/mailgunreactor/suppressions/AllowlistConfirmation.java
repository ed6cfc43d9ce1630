package io.github.mailgunreactor.suppressions;

import org.jspecify.annotations.Nullable;

/**
 * An address or domain was put on the allowlist or removed from it.
 *
 * @param message Mailgun's confirmation
 * @param type what was added; not told of what was removed
 * @param value the address or domain
 */
public record AllowlistConfirmation(
        @Nullable String message,
        @Nullable AllowlistType type,
        @Nullable String value) {}
