/**
 * API keys and the IP allowlist.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.keys;

import org.jspecify.annotations.NullMarked;
