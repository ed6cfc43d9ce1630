package io.github.mailgunreactor.keys;

import org.jspecify.annotations.Nullable;

/**
 * The account's new public key.
 *
 * @param key the key, which is not secret
 * @param message Mailgun's confirmation
 */
public record PublicKey(String key, @Nullable String message) {}
