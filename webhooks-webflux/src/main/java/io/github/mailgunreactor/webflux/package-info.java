/** Webhooks in Spring WebFlux. */
@NullMarked
package io.github.mailgunreactor.webflux;

import org.jspecify.annotations.NullMarked;
