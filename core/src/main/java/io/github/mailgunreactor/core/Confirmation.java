package io.github.mailgunreactor.core;

import org.jspecify.annotations.Nullable;

/**
 * What Mailgun answers where there is nothing to tell but that it was done.
 *
 * @param message Mailgun's words
 */
public record Confirmation(@Nullable String message) {}
