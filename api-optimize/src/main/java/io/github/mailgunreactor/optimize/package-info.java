/** Checks of addresses and of what becomes of mail. */
@NullMarked
package io.github.mailgunreactor.optimize;

import org.jspecify.annotations.NullMarked;
