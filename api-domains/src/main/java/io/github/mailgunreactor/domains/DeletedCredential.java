package io.github.mailgunreactor.domains;

import org.jspecify.annotations.Nullable;

/**
 * Mailgun's confirmation that an SMTP user is gone.
 *
 * @param message Mailgun's words
 * @param spec the user's login
 */
public record DeletedCredential(
        @Nullable String message, @Nullable String spec) {}
