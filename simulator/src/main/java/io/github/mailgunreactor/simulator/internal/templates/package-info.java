/**
 * Templates of domains and of accounts, and what they make of messages.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.templates;

import org.jspecify.annotations.NullMarked;
