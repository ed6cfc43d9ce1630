package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The key with which Mailgun signs what it posts to webhooks and routes.
 *
 * @param key the key; {@code null} where the response did not have it
 * @param message Mailgun's words
 */
public record HttpSigningKey(
        @JsonProperty("http_signing_key") @Nullable Secret key,
        @Nullable String message) {}
