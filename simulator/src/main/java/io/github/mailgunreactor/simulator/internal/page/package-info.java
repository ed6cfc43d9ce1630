/**
 * The page for browsers: its files, and how it shows mail that nobody trusts.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.page;

import org.jspecify.annotations.NullMarked;
