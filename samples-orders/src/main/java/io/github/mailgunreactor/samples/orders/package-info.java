/** A service that confirms orders by mail. */
@NullMarked
package io.github.mailgunreactor.samples.orders;

import org.jspecify.annotations.NullMarked;
