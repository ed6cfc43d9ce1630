package io.github.mailgunreactor.domains;

import org.jspecify.annotations.Nullable;

/**
 * Mailgun's confirmation that the SMTP users of a domain are gone.
 *
 * @param message Mailgun's words
 * @param count how many they were
 */
public record DeletedCredentials(
        @Nullable String message, @Nullable Long count) {}
