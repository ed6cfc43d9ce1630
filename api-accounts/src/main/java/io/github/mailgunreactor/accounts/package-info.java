/** The account, its subaccounts and users. */
@NullMarked
package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.NullMarked;
