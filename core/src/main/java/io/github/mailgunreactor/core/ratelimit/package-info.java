/** Keeping below what Mailgun allows, also across several processes. */
@NullMarked
package io.github.mailgunreactor.core.ratelimit;

import org.jspecify.annotations.NullMarked;
