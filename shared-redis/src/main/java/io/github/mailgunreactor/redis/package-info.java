/** Lets several instances that use one Mailgun account share what they must share, on a Redis. */
@NullMarked
package io.github.mailgunreactor.redis;

import org.jspecify.annotations.NullMarked;
