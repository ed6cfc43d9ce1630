/**
 * Sending.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.messages;

import org.jspecify.annotations.NullMarked;
