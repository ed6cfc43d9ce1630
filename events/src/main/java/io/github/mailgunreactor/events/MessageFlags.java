package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What kind of message it is.
 *
 * @param authenticated whether it is outgoing; {@code false} is incoming
 * @param systemTest whether it tests the system
 * @param routed whether a route forwarded it
 * @param amp whether it has an AMP part
 * @param testMode whether it was sent in test mode, and so not delivered
 * @param delayedBounce whether it bounced after delivery
 * @param callback whether it is a callback
 * @param encrypted whether it is stored encrypted
 * @param webhook whether it is the call of a webhook
 * @param big whether Mailgun counts it as big
 */
public record MessageFlags(
        @JsonProperty("is-authenticated") @Nullable Boolean authenticated,
        @JsonProperty("is-system-test") @Nullable Boolean systemTest,
        @JsonProperty("is-routed") @Nullable Boolean routed,
        @JsonProperty("is-amp") @Nullable Boolean amp,
        @JsonProperty("is-test-mode") @Nullable Boolean testMode,
        @JsonProperty("is-delayed-bounce") @Nullable Boolean delayedBounce,
        @JsonProperty("is-callback") @Nullable Boolean callback,
        @JsonProperty("is-encrypted") @Nullable Boolean encrypted,
        @JsonProperty("is-webhook") @Nullable Boolean webhook,
        @JsonProperty("is-big") @Nullable Boolean big) {}
