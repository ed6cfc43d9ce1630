/**
 * Mailing lists and their members, and how a message to a list reaches them.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.lists;

import org.jspecify.annotations.NullMarked;
