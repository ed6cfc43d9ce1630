/**
 * Bounces, complaints, unsubscribes and the allowlist.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.suppressions;

import org.jspecify.annotations.NullMarked;
