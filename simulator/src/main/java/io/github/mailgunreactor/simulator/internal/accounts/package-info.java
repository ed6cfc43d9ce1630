/**
 * Accounts and subaccounts.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.accounts;

import org.jspecify.annotations.NullMarked;
