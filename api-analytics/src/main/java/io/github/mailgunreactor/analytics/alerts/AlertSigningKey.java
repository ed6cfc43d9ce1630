package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;

/**
 * The key with which alert webhooks are signed from now on.
 *
 * @param signingKey the key
 */
public record AlertSigningKey(@JsonProperty("signing_key") Secret signingKey) {}
