/** Suppressions: bounces, complaints, unsubscribes and the allowlist of a domain. */
@NullMarked
package io.github.mailgunreactor.suppressions;

import org.jspecify.annotations.NullMarked;
