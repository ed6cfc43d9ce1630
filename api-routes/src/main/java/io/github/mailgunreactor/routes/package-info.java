/**
 * What becomes of mail that comes in: {@link io.github.mailgunreactor.routes.RoutesApi} for rules with an expression and actions, and
 * {@link io.github.mailgunreactor.routes.ForwardsApi} for plain forwarding.
 */
@NullMarked
package io.github.mailgunreactor.routes;

import org.jspecify.annotations.NullMarked;
