/** The whole client under load for a long time. */
@NullMarked
package io.github.mailgunreactor.resilience;

import org.jspecify.annotations.NullMarked;
