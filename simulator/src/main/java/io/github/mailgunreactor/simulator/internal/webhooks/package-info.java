/**
 * Webhooks of domains and of accounts.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.webhooks;

import org.jspecify.annotations.NullMarked;
