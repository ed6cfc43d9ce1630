/** Why messages were not delivered: bounces and delays, classified. */
@NullMarked
package io.github.mailgunreactor.analytics.bounces;

import org.jspecify.annotations.NullMarked;
