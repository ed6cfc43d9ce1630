/**
 * Routes and forwards, and what becomes of mail that comes in.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.routes;

import org.jspecify.annotations.NullMarked;
