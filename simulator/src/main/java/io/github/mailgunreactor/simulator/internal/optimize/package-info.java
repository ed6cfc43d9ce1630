/**
 * What helps mail to arrive: validations of addresses, inbox placement, previews.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.optimize;

import org.jspecify.annotations.NullMarked;
