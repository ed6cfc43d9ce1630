/** The IP addresses of an account: pools of them, dynamic pools, warm-up, and the use of them by domains and subaccounts. */
@NullMarked
package io.github.mailgunreactor.ips;

import org.jspecify.annotations.NullMarked;
