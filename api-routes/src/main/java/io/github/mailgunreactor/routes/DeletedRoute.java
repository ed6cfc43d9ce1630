package io.github.mailgunreactor.routes;

import org.jspecify.annotations.Nullable;

/**
 * A route was deleted.
 *
 * @param id the route that is gone
 * @param message Mailgun's confirmation
 */
public record DeletedRoute(@Nullable String id, @Nullable String message) {}
