package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The template that a message was made from.
 *
 * @param name its name
 * @param version its version
 * @param text whether it is plain text
 */
public record MessageTemplate(
        @Nullable String name,
        @Nullable String version,
        @JsonProperty("is-text") @Nullable Boolean text) {}
