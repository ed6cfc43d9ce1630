/**
 * From bytes to a handler and back: routes, bodies, paging, keys and budgets of requests.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
