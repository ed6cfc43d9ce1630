package io.github.mailgunreactor.routes;

import org.jspecify.annotations.Nullable;

/**
 * One route.
 *
 * @param route the route
 * @param message Mailgun's confirmation, where something was done
 */
public record RouteDetails(Route route, @Nullable String message) {}
