package io.github.mailgunreactor.domains;

import org.jspecify.annotations.Nullable;

/**
 * Mailgun's confirmation that a key signs, or no longer does. Mostly it is the message alone.
 *
 * @param message Mailgun's words
 * @param authority the domain that the key belongs to
 * @param selector the name of the key
 * @param active whether the key signs
 */
public record KeyActivation(
        @Nullable String message,
        @Nullable String authority,
        @Nullable String selector,
        @Nullable Boolean active) {}
