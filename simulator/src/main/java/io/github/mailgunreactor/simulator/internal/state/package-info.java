/**
 * What a simulator remembers: accounts, keys, and a store for whatever operations have to keep.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.state;

import org.jspecify.annotations.NullMarked;
