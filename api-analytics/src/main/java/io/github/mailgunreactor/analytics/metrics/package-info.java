/** Counts and rates of messages, and of an account's use of services. */
@NullMarked
package io.github.mailgunreactor.analytics.metrics;

import org.jspecify.annotations.NullMarked;
