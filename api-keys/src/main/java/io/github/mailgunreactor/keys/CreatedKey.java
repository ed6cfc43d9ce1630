package io.github.mailgunreactor.keys;

import org.jspecify.annotations.Nullable;

/**
 * A key that was made.
 *
 * @param message Mailgun's confirmation
 * @param key the key with its {@link ApiKey#secret() secret}, which no other response has
 */
public record CreatedKey(@Nullable String message, ApiKey key) {}
